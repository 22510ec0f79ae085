import type { Booking } from '../booking'
import type { Reduce, Refused } from '../commands'
import { isLate, refuseCancelling, refused } from '../seats'
import { type Booked, words } from '../words'
import { changeBooking, notifyOf, write } from './changes'
import type { DeskStore } from './store'

/** Gives some seats of a party back; who waits keeps their place. Asking twice is asking once. */
export function reduceAtDesk(store: DeskStore, asked: Reduce, now: number): Booking | Refused {
  const session = store.findSession()
  const before = store.getBooking(asked.bookingId)
  if (before?.userId !== asked.userId) {
    return refused('not_found', 'There is no such booking.')
  }
  if (before.state === 'cancelled') {
    return refused('booking_ended', 'This booking has already ended.')
  }
  const refusal = refuseCancelling(before.state, session, now)
  if (refusal) return refusal
  const { partySize } = asked
  if (partySize === before.partySize) return before
  if (partySize > before.partySize) {
    return refused(
      'party_grows',
      'A party can become smaller here, not larger. Nothing was changed.',
      {
        party_size: before.partySize,
      },
    )
  }
  const isSeated = before.state === 'confirmed'
  const booking = changeBooking(
    store,
    before,
    {
      state: before.state,
      partySize,
      names: asked.names ?? before.names.slice(0, partySize),
      late: before.late || (isSeated && isLate(session, before, now)),
    },
    now,
  )
  if (!isSeated) return booking
  const given = before.partySize - partySize
  const said = (told: Booked) => words.reduced(told, given, before.partySize)
  notifyOf(store, 'booking_reduced', booking, said, now)
  write(store, 'booking_reduced', booking, 'visitor', now)
  write(store, 'booking_reduced', booking, 'facilitator', now)
  return booking
}
