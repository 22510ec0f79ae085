import { createAsync, query } from '@solidjs/router'
import { api } from '../api'

export type Site = Awaited<ReturnType<typeof readSite>>

/** The site's name, contact and what it offers; null when it cannot be read, which stops nothing. */
export const site = query((): Promise<Site | null> => readSite().catch(() => null), 'site')

export const useSite = () => createAsync(() => site())

async function readSite() {
  const response = await api.site.$get()
  return await response.json()
}
