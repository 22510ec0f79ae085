import type { Seats } from '../../sessions/session'
import type { Booking } from '../booking'
import type { Book, Refused } from '../commands'
import { refuseBooking, refuseCheckIn, refused, refuseWalkIn } from '../seats'
import { words } from '../words'
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
 * Gives the seats, or says why not. Synchronous from count to row: running undisturbed is the lock.
 * Who waits and can book, and who is offered what they ask for, gets it in the row they have.
 */
export function bookAtDesk(
  store: DeskStore,
  asked: Book,
  seats: Seats,
  now: number,
): Booking | Refused {
  const session = store.findSession()
  const { addedBy } = asked
  if (addedBy && addedBy.facilitatorId !== session.facilitatorId) {
    return refused('not_found', 'There is no such session.')
  }
  const known = asked.key && knownBy(store, asked, asked.key.value)
  if (known) return sameAnswer(known, asked)

  const mine = store.getLiveBooking(asked.user.id)
  const refuse = addedBy ? refuseWalkIn : refuseBooking
  const { partySize, user } = asked
  const refusal =
    refuse({ terms: session, seats, userId: user.id, partySize, mine, now }) ??
    (addedBy?.checkIn ? refuseCheckIn({ state: 'confirmed' }, session, now) : null) ??
    (mine ? null : refuseWhenFull(session))
  if (refusal) return refusal

  // Whoever was here before is known by the name they gave themselves.
  const name = (addedBy && store.getPerson(user.id)?.name) || user.name
  store.savePerson({ userId: user.id, name, email: user.email })
  const agreed = {
    state: 'confirmed',
    ...saidOf(asked, mine),
    idempotencyKey: asked.key?.value ?? null,
    fingerprint: asked.key?.fingerprint ?? null,
    expiresAt: null,
    bookedBy: addedBy ? 'facilitator' : 'user',
  } as const
  // An offer stands at the price it was made at.
  const price =
    mine?.state === 'offered' ? {} : { priceMinor: session.priceMinor, currency: session.currency }
  const booking = mine
    ? changeBooking(store, mine, { ...agreed, ...price, partySize }, now)
    : insertBooking(store, {
        ...newBooking(store, asked, now),
        ...agreed,
        called: addedBy ? name : null,
      })
  if (mine) note(store, mine.state === 'offered' ? 'accepted' : 'booked', booking, now)
  tellBooked(store, booking, now)
  return addedBy?.checkIn ? letIn(store, booking, now) : booking
}

/** Hers is the press, whomever it adds: with her key and somebody else it is another request. */
function knownBy(store: DeskStore, { user, addedBy }: Book, key: string): Booking | null {
  return addedBy ? store.getAddedByKey(key) : store.getBookingByKey(user.id, key)
}

/** What was said when joining the list stands until it is said anew, whoever books. */
function saidOf({ names, notes, partySize }: Book, mine: Booking | null) {
  return {
    names: names.length > 0 || !mine ? names : mine.names.slice(0, partySize),
    notes: notes ?? mine?.notes ?? null,
  }
}

/** What everybody is told who should know that somebody has a seat. */
export function tellBooked(store: DeskStore, booking: Booking, now: number): void {
  const said =
    booking.bookedBy === 'facilitator'
      ? words.added
      : booking.waitedAt === null
        ? words.booked
        : words.bookedFromList
  notifyOf(store, 'new_booking', booking, said, now)
  write(store, 'booking_confirmed', booking, 'visitor', now)
  if (booking.bookedBy === 'user') write(store, 'booking_confirmed', booking, 'facilitator', now)
}

function letIn(store: DeskStore, booking: Booking, now: number): Booking {
  return changeBooking(store, booking, { state: 'attended', checkedInAt: now }, now)
}

/** Only success is remembered, so a key that is known has a booking: that one, as it is now. */
function sameAnswer(known: Booking, asked: Book): Booking | Refused {
  if (known.fingerprint === asked.key?.fingerprint) return known
  return refused('idempotency_key_reused', 'This key came before with another request.')
}
