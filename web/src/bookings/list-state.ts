import { phaseOf } from '../sessions/phase'
import type { SessionInFull } from '../sessions/sessions'

type Listed = Pick<
  SessionInFull,
  | 'status'
  | 'start_time'
  | 'end_time'
  | 'booking_closes_hours'
  | 'available_spots'
  | 'capacity'
  | 'taken'
  | 'waiting'
  | 'promotion_closes_at'
>

/** Whether somebody may wait for seats: while what comes free is offered to who waits. */
export function isListOpen(session: Listed, now: number): boolean {
  const phase = phaseOf(session, now)
  const isToCome = phase === 'open' || phase === 'full' || phase === 'closed'
  return isToCome && now < Date.parse(session.promotion_closes_at)
}

/** Seats that stand free and are for those who wait: a strict list sells none past them. */
export function keptSeats({ capacity, taken, available_spots, waiting }: Listed): number {
  return waiting > 0 ? Math.max(0, capacity - taken - available_spots) : 0
}

/** A press that is under way as the place is given up would only find another one. */
const MARGIN_MS = 10_000

/** For how long there is a way back to the place that was just left; null where none is kept. */
export function placeKeptMs(left: {
  place_kept_until: string | null
  updated_at: string
}): number | null {
  if (left.place_kept_until === null) return null
  // Both are the server's: the reader's clock may be wrong.
  return Date.parse(left.place_kept_until) - Date.parse(left.updated_at) - MARGIN_MS
}
