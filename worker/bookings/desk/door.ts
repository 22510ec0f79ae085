import type { Booking } from '../booking'
import type { AtDoor, CheckIn, Refused } from '../commands'
import { doorOpensAt, refuseCheckIn, refused } from '../seats'
import { changeBooking } from './changes'
import type { DeskStore } from './store'

const NOT_HERS = refused('not_found', 'There is no such booking.')

/**
 * Lets somebody in. A list that was offline says when that was; a second time changes nothing,
 * whichever phone it comes from.
 */
export function checkInAtDesk(store: DeskStore, asked: CheckIn, now: number): Booking | Refused {
  const session = store.findSession()
  const before = hers(store, asked)
  if (!before) return NOT_HERS
  if (before.state === 'attended') return before
  const refusal = refuseCheckIn(before, session, now)
  if (refusal) return refusal
  // A phone's clock may be wrong; later than now it was not, nor before the door opened.
  const checkedInAt = Math.max(doorOpensAt(session), Math.min(asked.at ?? now, now))
  const booking = changeBooking(store, before, { state: 'attended', checkedInAt }, now)
  // The door was kept while it lasted: who is not on the list by then stayed away.
  if (now >= session.endTime && checkedInAt < session.endTime)
    store.saveTimer('ends', session.endTime)
  return booking
}

/** They were not there after all. */
export function undoCheckInAtDesk(store: DeskStore, asked: AtDoor, now: number): Booking | Refused {
  const before = hers(store, asked)
  if (!before) return NOT_HERS
  if (before.state !== 'attended') {
    return before.state === 'confirmed' || before.state === 'no_show'
      ? before
      : refused('not_checked_in', 'They were not checked in.')
  }
  const session = store.findSession()
  if (session.status === 'cancelled') {
    return refused('session_cancelled', 'This session was cancelled; who was in stays in.')
  }
  const booking = changeBooking(store, before, { state: 'confirmed', checkedInAt: null }, now)
  if (now >= session.endTime) store.saveTimer('ends', session.endTime)
  return booking
}

function hers(store: DeskStore, { bookingId, facilitatorId }: AtDoor): Booking | null {
  const booking = store.getBooking(bookingId)
  return booking?.facilitatorId === facilitatorId ? booking : null
}
