import { query } from '@solidjs/router'
import { api } from '../api'
import { readPages } from '../next-page'
import type { Hour } from '../ui/hour'
import type { Order } from './search'
import { START } from './start'

export type SessionInFull = Awaited<ReturnType<typeof readSession>>
export type SessionInList = Awaited<ReturnType<typeof readFirst>>[number]

/** A list's query, as the API reads it. */
export type Filter = {
  q?: string
  type?: 'session' | 'retreat'
  hour?: Hour
  facilitator?: string
  available?: string
  from?: string
  to?: string
  sort?: Order
}

/** One session, counted at its desk. */
export const session = query(readSession, 'session')

/** The first `pages` pages of what is still to come: soonest first, or what fits the words best. */
export const comingSessions = query(
  (filter: Filter, pages: number) =>
    readPages(pages, (page) => api.sessions.$get({ query: { ...filter, ...page } })),
  'sessions',
)

/** Everything of some dates, as far as a month can be looked through. */
export const sessionsOn = query(
  (filter: Filter) =>
    readPages(MONTH_PAGES, (page) => api.sessions.$get({ query: { ...filter, ...page } })),
  'sessions-on',
)

const MONTH_PAGES = 10

/** The few that come next. */
export const nextSessions = query(readFirst, 'next-sessions')

/** What the start page shows: enough to fill the first day with free seats, and the retreats ahead. */
export async function readStart() {
  const [coming, retreats] = await Promise.all([
    nextSessions({ type: 'session' }, START.sessions),
    nextSessions({ type: 'retreat' }, START.retreats),
  ])
  return { coming, isWhole: coming.length < START.sessions, retreats, at: Date.now() }
}

async function readSession(id: number) {
  const response = await api.sessions[':id'].$get({ param: { id: String(id) } })
  return await response.json()
}

async function readFirst(filter: Filter, limit: number) {
  const response = await api.sessions.$get({ query: { ...filter, limit: String(limit) } })
  return await response.json()
}
