import type { Notice, NoticeType } from '../../../worker/notifications/messages'
import { dayKey } from '../ui/times'

/** Kinds of notices, as the page's address spells them. */
export const KINDS = ['all', 'bookings', 'cancellations', 'waiting', 'sessions'] as const
export type Kind = (typeof KINDS)[number]

export const TYPES: Record<Exclude<Kind, 'all'>, NoticeType[]> = {
  bookings: ['new_booking'],
  cancellations: ['booking_cancelled', 'booking_reduced'],
  waiting: ['waitlist_joined', 'waitlist_left'],
  sessions: ['session_cancelled'],
}

/** What of the history is looked at; what is not asked for is not there. */
export type Filter = { kind?: Exclude<Kind, 'all'>; session?: string; unread?: '1' }

/** Leaves out what nobody could have chosen: addresses are typed and shared. */
export function filterIn(search: Record<string, string | string[] | undefined>): Filter {
  const kind = KINDS.find((one) => one === search.kind)
  const { session, unread } = search
  return {
    ...(kind && kind !== 'all' ? { kind } : {}),
    ...(typeof session === 'string' && /^[1-9]\d{0,14}$/.test(session) ? { session } : {}),
    ...(unread === '1' ? { unread } : {}),
  }
}

/** Notices under the day on which the reader's clock had them, newest first. */
export function byDay<N extends Pick<Notice, 'timestamp'>>(notices: N[], zone: string) {
  const days = new Map<string, N[]>()
  for (const notice of notices) {
    const date = dayKey(notice.timestamp, zone)
    days.set(date, [...(days.get(date) ?? []), notice])
  }
  return [...days].map(([date, ofDay]) => ({ date, notices: ofDay }))
}

/** The sessions that notices are of, each once: what there is to choose by. */
export function sessionsOf(notices: Pick<Notice, 'session'>[]): Notice['session'][] {
  return [...new Map(notices.map(({ session }) => [session.id, session])).values()]
}

/** Of her sessions those that none of the newest notices is of. */
export function othersOf<S extends { id: number }>(mine: S[], newest: { id: number }[]): S[] {
  const listed = new Set(newest.map(({ id }) => id))
  return mine.filter(({ id }) => !listed.has(id))
}
