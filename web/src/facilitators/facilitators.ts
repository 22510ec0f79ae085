import { query } from '@solidjs/router'
import { api } from '../api'
import { readPages } from '../next-page'

export type Facilitator = Awaited<ReturnType<typeof readFacilitators>>['items'][number]
export type Profile = Awaited<ReturnType<typeof readFacilitator>>

/** Everybody who gives sessions here, as many pages as were asked for. */
export const facilitators = query((pages: number) => readFacilitators(pages), 'facilitators')

/** One of them, with what she gives next. */
export const facilitator = query((id: number) => readFacilitator(id), 'facilitator')

function readFacilitators(pages: number) {
  return readPages(pages, (query) => api.facilitators.$get({ query }))
}

async function readFacilitator(id: number) {
  const response = await api.facilitators[':id'].$get({ param: { id: String(id) } })
  return await response.json()
}
