import type { BOOKING_STATES, bookings } from '../db/schema'
import { decimal, iso, type Seats, type Session } from '../sessions/session'
import { freeUntil } from './seats'
import { placeKeptUntil } from './waiting-list'

/** A booking as desk and D1 both keep it. */
export type Booking = typeof bookings.$inferSelect
export type BookingState = (typeof BOOKING_STATES)[number]

/** Rows a desk can hold; an id names its desk without a lookup. */
export const BOOKINGS_PER_DESK = 1_000_000

export const bookingId = (sessionId: number, n: number) => sessionId * BOOKINGS_PER_DESK + n
export const sessionOfBooking = (id: number) => Math.floor(id / BOOKINGS_PER_DESK)
export const numberOfBooking = (id: number) => id % BOOKINGS_PER_DESK

/**
 * The two words older clients know, and for who waits their state, which only newer lists hold;
 * `state` stands beside it with the rest.
 */
export function bookingStatus(
  state: BookingState,
): 'confirmed' | 'cancelled' | 'waitlisted' | 'offered' {
  switch (state) {
    case 'confirmed':
    case 'attended':
    case 'no_show':
      return 'confirmed'
    case 'waitlisted':
    case 'offered':
      return state
    default:
      return 'cancelled'
  }
}

export type BookingOut = ReturnType<typeof bookingOut>

/** What is known of a booking where it is read, and whether it comes with what opens the door. */
export type Known = {
  booking: Booking
  session: Session
  seats: Seats
  facilitator: { name: string }
  position: number | null
}

/** A booking as its own user reads it; what only booked people see is here while the seat is theirs. */
export function bookingOut(
  { booking, session, seats, facilitator, position }: Known,
  ticket: string | null,
) {
  const seated = bookingStatus(booking.state) === 'confirmed'
  const canGoFreely = booking.state === 'confirmed'
  return {
    ...bookingCore(booking),
    position,
    place_kept_until: isoOrNull(placeKeptUntil(booking)),
    free_cancel_until: canGoFreely ? iso(freeUntil(session, booking)) : null,
    ticket,
    session: {
      id: session.id,
      title: session.title,
      session_type: session.sessionType,
      status: session.status,
      start_time: iso(session.startTime),
      end_time: iso(session.endTime),
      time_zone: session.timeZone,
      facilitator: facilitator.name,
      facilitator_id: session.facilitatorId,
      capacity: session.capacity,
      taken: seats.taken,
      pending: seats.pending,
      waiting: seats.waiting,
      available_spots: seats.available,
      payment_note: session.paymentNote,
      place_name: session.placeName,
      place_address: session.placeAddress,
      online_url: seated ? session.onlineUrl : null,
      arrival_note: seated ? session.arrivalNote : null,
      free_cancel_hours: session.freeCancelHours,
      cancel_reason: session.cancelReason,
    },
  }
}

/** What every reader of a booking gets: its user, and its session's facilitator. */
export function bookingCore(booking: Booking) {
  return {
    id: booking.id,
    booking_status: bookingStatus(booking.state),
    state: booking.state,
    attendance: booking.state === 'attended' || booking.state === 'no_show' ? booking.state : null,
    booking_date: iso(booking.createdAt),
    notes: booking.notes ?? '',
    party_size: booking.partySize,
    names: booking.names,
    price: decimal(booking.priceMinor, booking.currency),
    total: decimal(booking.priceMinor * booking.partySize, booking.currency),
    currency: booking.currency,
    cancelled_by: booking.cancelledBy,
    cancel_reason: booking.cancelReason,
    late: booking.late,
    booked_by: booking.bookedBy,
    waited_at: isoOrNull(booking.waitedAt),
    expires_at: booking.state === 'offered' ? isoOrNull(booking.expiresAt) : null,
    checked_in_at: isoOrNull(booking.checkedInAt),
    updated_at: iso(booking.updatedAt),
  }
}

export const isoOrNull = (time: number | null) => (time === null ? null : iso(time))
