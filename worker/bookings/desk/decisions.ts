import type { Booking } from '../booking'
import type { Decision, DeskStore } from './store'

/** A session's log stays readable; a list of thousands that moves for weeks would not be. */
const DECISIONS_KEPT = 5_000

/** Notes why somebody on the list was given a seat, or was not, for its facilitator to read. */
export function note(
  store: DeskStore,
  kind: Decision['kind'],
  booking: Pick<Booking, 'id' | 'partySize' | 'expiresAt'> | null,
  now: number,
  free = freeSeats(store, now),
): void {
  const { capacity } = store.findSession()
  store.logDecision({
    at: now,
    kind,
    bookingId: booking?.id ?? null,
    partySize: booking?.partySize ?? 0,
    free,
    capacity,
    until: kind === 'offered' ? (booking?.expiresAt ?? null) : null,
  })
  store.forgetDecisions(DECISIONS_KEPT)
}

/** The same turn that ends the same way is not worth a second line. */
export function noteOnce(
  store: DeskStore,
  kind: 'passed_over' | 'held_up',
  booking: Booking,
  now: number,
  free: number,
): void {
  const last = store.getLastDecision(booking.id)
  if (last?.kind !== kind || last.free !== free) note(store, kind, booking, now, free)
}

function freeSeats(store: DeskStore, now: number): number {
  const session = store.findSession()
  return Math.max(0, session.capacity - store.seats(session, now).taken)
}
