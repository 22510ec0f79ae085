import type { Booking } from './booking'
import type { CancelBooking, Refused } from './commands'
import { changeBooking, notify } from './desk-changes'
import type { DeskStore } from './desk-store'
import { isLate, refuseCancelling, refused } from './seats'
import { words } from './words'

/** Gives a seat back. Asking twice is the same as asking once. */
export function cancelAtDesk(
  store: DeskStore,
  asked: CancelBooking,
  now: number,
): Booking | Refused {
  const session = store.findSession()
  const before = store.getBooking(asked.bookingId)
  if (!before || before.userId !== asked.userId) {
    return refused('not_found', 'There is no such booking.')
  }
  if (before.state === 'cancelled') return before
  const refusal = refuseCancelling(before.state, session, now)
  if (refusal) return refusal

  const booking = changeBooking(
    store,
    before,
    {
      state: 'cancelled',
      cancelledBy: 'user',
      cancelReason: asked.reason,
      late: before.state === 'confirmed' && isLate(session, now),
    },
    now,
  )
  const name = store.getPerson(before.userId)?.name ?? 'Someone'
  notify(
    store,
    session,
    {
      rev: booking.rev,
      type: 'booking_cancelled',
      booking_id: booking.id,
      user: { id: before.userId, name },
      party_size: before.partySize,
      message: words.cancelled(name, session.title, before.partySize),
    },
    now,
  )
  return booking
}
