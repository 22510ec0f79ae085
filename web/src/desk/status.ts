import { dayKey } from '../ui/times'
import type { Attendee, DeskSession } from './queries'

export type DeskStatus = 'draft' | 'coming' | 'running' | 'past' | 'cancelled'

type Timed = Pick<DeskSession, 'status' | 'start_time' | 'end_time'>

/** Where a session stands in its life at `now`. A draft whose time has passed is still a draft. */
export function statusOf(session: Timed, now: number): DeskStatus {
  if (session.status !== 'active') return session.status
  if (Date.parse(session.end_time) <= now) return 'past'
  return Date.parse(session.start_time) <= now ? 'running' : 'coming'
}

/** What is over cannot be moved any more, and what was cancelled stays as it was. */
export function canEdit(session: Timed, now: number): boolean {
  const status = statusOf(session, now)
  return status !== 'cancelled' && status !== 'past'
}

/** A draft was never offered, so it can be dropped the same way. */
export function canCancel(session: Timed, now: number): boolean {
  return canEdit(session, now)
}

export function canPublish(session: Timed, now: number): boolean {
  return session.status === 'draft' && Date.parse(session.start_time) > now
}

/** The door opens so long before the start; the desk holds it so (worker/bookings/seats.ts). */
const DOOR_OPENS_MS = 12 * 3_600_000

/** From then on people are let in, and also marked afterwards as having been there. */
export function isDoorOpen(session: Timed, now: number): boolean {
  return session.status === 'active' && now >= Date.parse(session.start_time) - DOOR_OPENS_MS
}

/** She may add somebody until it is over, also while it goes on. */
export function canAdd(session: Timed, now: number): boolean {
  const status = statusOf(session, now)
  return status === 'coming' || status === 'running'
}

/** Who was there, or was not, stays as it was. */
export function canCancelBooking({ state }: Pick<Attendee, 'state'>): boolean {
  return state === 'confirmed'
}

export function ringState(status: DeskStatus): 'open' | 'past' | 'cancelled' {
  return status === 'past' || status === 'cancelled' ? status : 'open'
}

/** Whether it happens on the day that calendars show at its place now. A retreat, on each of its days. */
export function isToday({ start_time, end_time, time_zone }: Spanning, now: number): boolean {
  const today = dayKey(now, time_zone)
  return dayKey(start_time, time_zone) <= today && today <= dayKey(end_time, time_zone)
}

type Spanning = Pick<DeskSession, 'start_time' | 'end_time' | 'time_zone'>
