import type { Booking } from '../booking'
import type { CancelBooking, Refused } from '../commands'
import { addedUndoneUntil, endOf, isLate, isOnTheList, refuseCancelling, refused } from '../seats'
import { words } from '../words'
import { changeBooking, notifyOf, write } from './changes'
import { note } from './decisions'
import type { DeskStore } from './store'

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
  if (before.state === 'cancelled' || isOffTheList(before)) return before
  const byUser = 'userId' in asked.by
  const isUndone = !byUser && now < (addedUndoneUntil(before, session) ?? 0)
  const refusal = isUndone ? null : refuseCancelling(before.state, session, now)
  if (refusal) return refusal

  const booking = changeBooking(
    store,
    before.state === 'attended' ? letOut(store, before, now) : before,
    {
      state: endOf(before.state, byUser ? 'user' : 'others'),
      cancelledBy: byUser ? 'user' : 'facilitator',
      cancelReason: asked.reason,
      late: before.late || (byUser && before.state === 'confirmed' && isLate(session, before, now)),
    },
    now,
  )
  if (isOnTheList(before.state)) {
    tellOffTheList(store, booking, byUser, now)
    return booking
  }
  notifyOf(
    store,
    'booking_cancelled',
    booking,
    byUser ? words.cancelled : words.cancelledForThem,
    now,
  )
  write(store, 'booking_cancelled', booking, 'visitor', now)
  if (byUser) write(store, 'booking_cancelled', booking, 'facilitator', now)
  return booking
}

/** Nobody who is in is cancelled: first they are not in. */
function letOut(store: DeskStore, booking: Booking, now: number): Booking {
  return changeBooking(store, booking, { state: 'confirmed', checkedInAt: null }, now)
}

/** Who had no seat yet loses a place on the list, and no more than that is said. */
function tellOffTheList(store: DeskStore, booking: Booking, byUser: boolean, now: number): void {
  note(store, byUser ? 'left' : 'removed', booking, now)
  notifyOf(store, 'waitlist_left', booking, byUser ? words.left : words.removed, now)
  if (!byUser) write(store, 'waitlist_ended', booking, 'visitor', now)
}

/** Its wait is over already, and it never had a seat. */
function isOffTheList({ state, waitedAt }: Booking): boolean {
  return waitedAt !== null && (state === 'left' || state === 'declined' || state === 'expired')
}

function isTheirs(by: CancelBooking['by'], booking: Booking): boolean {
  return 'userId' in by ? booking.userId === by.userId : booking.facilitatorId === by.facilitatorId
}
