import type { Seats } from '../../sessions/session'
import type { Booking } from '../booking'
import type { Join, OwnBooking, Refused } from '../commands'
import { refused, refuseJoining, SEATED } from '../seats'
import { placeKeptUntil } from '../waiting-list'
import { words } from '../words'
import { tellBooked } from './book'
import {
  changeBooking,
  insertBooking,
  newBooking,
  notifyOf,
  refuseWhenFull,
  write,
} from './changes'
import { note } from './decisions'
import type { DeskStore } from './store'

/**
 * Puts somebody on the list. Asking twice for the same is asking once; whoever left a moment ago
 * may ask for where they stood.
 */
export function joinAtDesk(
  store: DeskStore,
  asked: Join,
  seats: Seats,
  now: number,
): Booking | Refused {
  const session = store.findSession()
  const { user, partySize } = asked
  const mine = store.getLiveBooking(user.id)
  if (mine?.state === 'waitlisted' && mine.partySize === partySize) return mine
  const left = asked.oldPlace ? store.getLastLeft(user.id) : null
  const isBack = left !== null && isPlaceKept(left, partySize, now)
  // What is hidden is so from strangers, and whoever waited a moment ago is none.
  const terms = isBack ? { ...session, hiddenAt: null } : session
  const refusal =
    refuseJoining({ terms, seats, userId: user.id, partySize, mine, now }) ??
    refuseWhenFull(session)
  if (refusal) return refusal

  store.savePerson({ userId: user.id, name: user.name, email: user.email })
  if (isBack) return comeBack(store, left, asked, now)
  const waiting = { state: 'waitlisted', waitedAt: now } as const
  const booking = insertBooking(store, { ...newBooking(store, asked, now), ...waiting })
  note(store, 'joined', booking, now)
  notifyOf(store, 'waitlist_joined', booking, words.joined, now)
  write(store, 'waitlist_joined', booking, 'visitor', now)
  return booking
}

/** For no more seats than before: a larger party would wait in front of those who came first. */
function isPlaceKept(left: Booking, partySize: number, now: number): boolean {
  const until = placeKeptUntil(left)
  return until !== null && now < until && partySize <= left.partySize
}

/** In the same row: the place of who waits is its number. They have their letter from before. */
function comeBack(store: DeskStore, left: Booking, asked: Join, now: number): Booking {
  const { partySize, names, notes } = asked
  const again = { state: 'waitlisted', cancelledBy: null, partySize, names, notes } as const
  const booking = changeBooking(store, left, again, now)
  note(store, 'returned', booking, now)
  notifyOf(store, 'waitlist_joined', booking, words.returned, now)
  return booking
}

/** Takes what was offered. Taking it twice is taking it once; what has ended stays ended. */
export function acceptAtDesk(store: DeskStore, asked: OwnBooking, now: number): Booking | Refused {
  const before = ownBooking(store, asked)
  if (!before) return NOT_THEIRS
  if (SEATED.includes(before.state)) return before
  if (before.state === 'waitlisted') {
    return refused('no_offer', 'Nothing is offered to you yet. You are still on the list.')
  }
  if (before.state !== 'offered') {
    const { status } = store.findSession()
    return status === 'cancelled'
      ? refused('session_cancelled', 'This session was cancelled, and the offer with it.')
      : refused('offer_ended', 'This offer has ended. Nothing was booked.')
  }
  const booking = changeBooking(store, before, { state: 'confirmed', expiresAt: null }, now)
  note(store, 'accepted', booking, now)
  tellBooked(store, booking, now)
  return booking
}

/** Passes an offer on. It is never refused: what has ended is passed on already. */
export function declineAtDesk(store: DeskStore, asked: OwnBooking, now: number): Booking | Refused {
  const before = ownBooking(store, asked)
  if (!before) return NOT_THEIRS
  if (SEATED.includes(before.state)) return YOURS_ALREADY
  if (before.state === 'waitlisted') {
    return refused('no_offer', 'Nothing is offered to you yet. To go, leave the list.')
  }
  return before.state === 'offered' ? decline(store, before, now) : before
}

/** Goes off the list, also with an offer in hand. */
export function leaveAtDesk(store: DeskStore, asked: OwnBooking, now: number): Booking | Refused {
  const before = ownBooking(store, asked)
  if (!before) return NOT_THEIRS
  if (SEATED.includes(before.state)) return YOURS_ALREADY
  if (before.state === 'offered') return decline(store, before, now)
  if (before.state !== 'waitlisted') return before
  const booking = changeBooking(store, before, { state: 'left', cancelledBy: 'user' }, now)
  note(store, 'left', booking, now)
  notifyOf(store, 'waitlist_left', booking, words.left, now)
  return booking
}

function decline(store: DeskStore, before: Booking, now: number): Booking {
  const booking = changeBooking(store, before, { state: 'declined', cancelledBy: 'user' }, now)
  note(store, 'declined', booking, now)
  notifyOf(store, 'waitlist_left', booking, words.declined, now)
  return booking
}

function ownBooking(store: DeskStore, { bookingId, userId }: OwnBooking): Booking | null {
  const booking = store.getBooking(bookingId)
  return booking?.userId === userId ? booking : null
}

const NOT_THEIRS = refused('not_found', 'There is no such booking.')
const YOURS_ALREADY = refused(
  'already_booked',
  'This is yours already. To give it back, cancel it.',
)
