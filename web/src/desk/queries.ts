import { query, revalidate } from '@solidjs/router'
import { api, orKeep } from '../api'
import { readPages } from '../next-page'
import { Refusal } from '../refusal'
import { createStored } from '../stored'
import { me } from '../users/me'

/** Which of her sessions; `all` holds drafts and cancelled ones too. */
export const SHOWS = ['coming', 'past', 'drafts', 'cancelled', 'all'] as const
export type Show = (typeof SHOWS)[number]

/** Of a hundred each: a room is searched as a whole, up to here. */
export const LIST_PAGES = 10

export type DeskSession = Awaited<ReturnType<typeof readSession>>
export type DeskBooking = Awaited<ReturnType<typeof readBookings>>['items'][number]
export type Attendee = Awaited<ReturnType<typeof readAttendees>>['items'][number]

/** A thousand sessions in six weeks: nobody gives more. */
const CALENDAR_PAGES_MAX = 10

/** Her sessions, as many pages as were asked for: coming soonest first, the others latest first. */
export const deskSessions = query(
  (show: Show, pages: number) =>
    readPages(pages, (more) => api.facilitator.sessions.$get({ query: { ...more, show } })),
  'desk-sessions',
)

/** Every session of hers that runs on these dates, whatever became of it. */
export const deskSessionsOn = query(
  (dates: { from: string; to: string }) =>
    readPages(CALENDAR_PAGES_MAX, (more) =>
      api.facilitator.sessions.$get({ query: { ...more, ...dates } }),
    ),
  'desk-sessions-on',
)

export const deskSession = query((id: number) => readSession(id), 'desk-session')

/** Bookings of all her sessions, newest first. */
export const deskBookings = query((pages: number) => readBookings(pages), 'desk-bookings')

/** Bookings of one of her sessions, newest first, cancelled ones among them. */
export const attendees = query(
  (id: number, pages: number) => readAttendees(id, pages),
  'desk-attendees',
)

/** Who waits for a seat in one of her sessions, or has an offer. */
export const waiting = query(
  (id: number) => readAttendees(id, LIST_PAGES, 'waiting'),
  'desk-waiting',
)

/** Why people on its list were given seats or were not, the latest first. */
export const decisions = query((id: number, pages: number) => {
  const param = { id: String(id) }
  return readPages(pages, (query) =>
    api.facilitator.sessions[':id'].decisions.$get({ param, query }),
  )
}, 'desk-decisions')

/** Everything a booking or a cancellation changes on the desk. */
export const DESK_KEYS = [
  deskSessions.key,
  deskSessionsOn.key,
  deskSession.key,
  deskBookings.key,
  attendees.key,
  waiting.key,
  decisions.key,
]

/**
 * While the server cannot be reached, what was last read stays in view; also when the sign-in has
 * ended, which is asked for over the page. A row read again is the same row, changed: a dialog open
 * in it stays, with what was typed.
 */
export function createDeskAsync<T>(read: () => Promise<T>) {
  return createBearing(read, ({ status }) => status === 401)
}

/** The same for what stands beside a list: where nobody answers, the list is shown without it. */
export function createDeskAside<T>(read: () => Promise<T>) {
  return createBearing(read, ({ status, isDefinite }) => status === 401 || !isDefinite)
}

function createBearing<T>(read: () => Promise<T>, bears: (refusal: Refusal) => boolean) {
  return createStored<T | undefined>(async (last) => {
    try {
      return await orKeep(last, read())
    } catch (error) {
      if (!(error instanceof Refusal) || !bears(error)) throw error
      if (error.status === 401) void revalidate(me.key)
      return last
    }
  })
}

async function readSession(id: number) {
  const response = await api.facilitator.sessions[':id'].$get({ param: { id: String(id) } })
  return await response.json()
}

function readBookings(pages: number) {
  return readPages(pages, (query) => api.facilitator.bookings.$get({ query }))
}

function readAttendees(id: number, pages: number, state?: 'waiting') {
  const param = { id: String(id) }
  return readPages(pages, (more) =>
    api.facilitator.sessions[':id'].bookings.$get({ param, query: { ...more, state } }),
  )
}
