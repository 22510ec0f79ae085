import type { Seats } from '../sessions/session'
import { BOOKINGS_PER_DESK, type Booking, bookingId } from './booking'
import type { Book, Refused } from './commands'
import { insertBooking, notify, write } from './desk-changes'
import type { DeskStore } from './desk-store'
import { refuseBooking, refused } from './seats'
import { words } from './words'

/** Gives the seats, or says why not. Synchronous from count to row: running undisturbed is the lock. */
export function bookAtDesk(
  store: DeskStore,
  asked: Book,
  seats: Seats,
  now: number,
): Booking | Refused {
  const session = store.findSession()
  const known = asked.key && store.getBookingByKey(asked.user.id, asked.key.value)
  if (known) return sameAnswer(known, asked)

  const refusal = refuseBooking({
    terms: session,
    seats,
    userId: asked.user.id,
    partySize: asked.partySize,
    mine: store.getLiveBooking(asked.user.id),
    now,
  })
  if (refusal) return refusal
  if (session.lastN + 1 >= BOOKINGS_PER_DESK) {
    return refused('desk_full', 'This session has taken all the bookings it can ever take.')
  }

  store.savePerson({ userId: asked.user.id, name: asked.user.name, email: asked.user.email })
  const { rev, n } = store.nextRevAndN()
  const booking = insertBooking(store, {
    id: bookingId(session.id, n),
    sessionId: session.id,
    facilitatorId: session.facilitatorId,
    userId: asked.user.id,
    state: 'confirmed',
    partySize: asked.partySize,
    names: asked.names,
    notes: asked.notes,
    priceMinor: session.priceMinor,
    currency: session.currency,
    idempotencyKey: asked.key?.value ?? null,
    fingerprint: asked.key?.fingerprint ?? null,
    expiresAt: null,
    cancelledBy: null,
    cancelReason: null,
    late: false,
    createdAt: now,
    updatedAt: now,
    rev,
  })
  notify(
    store,
    session,
    {
      rev,
      type: 'new_booking',
      booking_id: booking.id,
      user: { id: asked.user.id, name: asked.user.name },
      party_size: booking.partySize,
      message: words.booked(asked.user.name, session.title, booking.partySize),
    },
    now,
  )
  write(store, 'booking_confirmed', booking, 'visitor', now)
  write(store, 'booking_confirmed', booking, 'facilitator', now)
  return booking
}

/** Only success is remembered, so a key that is known has a booking: that one, as it is now. */
function sameAnswer(known: Booking, asked: Book): Booking | Refused {
  if (known.fingerprint === asked.key?.fingerprint) return known
  return refused('idempotency_key_reused', 'This key came before with another request.')
}
