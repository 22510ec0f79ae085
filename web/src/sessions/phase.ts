import type { SessionInList } from './sessions'

/** Where a session is in its life, as a page tells it. */
export type Phase = 'draft' | 'cancelled' | 'over' | 'running' | 'closed' | 'full' | 'open'

type Timed = Pick<
  SessionInList,
  'status' | 'start_time' | 'end_time' | 'booking_closes_hours' | 'available_spots'
>

const HOUR_MS = 3_600_000

export function phaseOf(session: Timed, now: number): Phase {
  if (session.status === 'draft' || session.status === 'cancelled') return session.status
  if (now >= Date.parse(session.end_time)) return 'over'
  if (now >= Date.parse(session.start_time)) return 'running'
  if (now >= bookingCloses(session)) return 'closed'
  return session.available_spots > 0 ? 'open' : 'full'
}

/** Epoch ms from which on nothing can be booked. */
export function bookingCloses(session: Pick<Timed, 'start_time' | 'booking_closes_hours'>): number {
  return Date.parse(session.start_time) - session.booking_closes_hours * HOUR_MS
}

/** Epoch ms until which cancelling is free. */
export function freeUntil(session: { start_time: string; free_cancel_hours: number }): number {
  return Date.parse(session.start_time) - session.free_cancel_hours * HOUR_MS
}
