import type { Booking } from './booking'
import type { CancelBooking, Refused } from './commands'
import { changeBooking, notify, write } from './desk-changes'
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
  if (!before || !isTheirs(asked.by, before))
    return refused('not_found', 'There is no such booking.')
  if (before.state === 'cancelled') return before
  const refusal = refuseCancelling(before.state, session, now)
  if (refusal) return refusal

  const byUser = 'userId' in asked.by
  const booking = changeBooking(
    store,
    before,
    {
      state: 'cancelled',
      cancelledBy: byUser ? 'user' : 'facilitator',
      cancelReason: asked.reason,
      late: byUser && before.state === 'confirmed' && isLate(session, now),
    },
    now,
  )
  const name = store.getPerson(before.userId)?.name ?? 'Someone'
  const told = byUser ? words.cancelled : words.cancelledForThem
  notify(
    store,
    session,
    {
      rev: booking.rev,
      type: 'booking_cancelled',
      booking_id: booking.id,
      user: { id: before.userId, name },
      party_size: before.partySize,
      message: told(name, session.title, before.partySize),
    },
    now,
  )
  write(store, 'booking_cancelled', booking, 'visitor', now)
  if (byUser) write(store, 'booking_cancelled', booking, 'facilitator', now)
  return booking
}

function isTheirs(by: CancelBooking['by'], booking: Booking): boolean {
  return 'userId' in by ? booking.userId === by.userId : booking.facilitatorId === by.facilitatorId
}
