import type { Booking } from '../bookings/booking'
import type { Facilitator, Seats, Session } from '../sessions/session'

/** What a letter says of a session: its words for people, without its long texts. */
export type MailSession = Omit<Session, 'description' | 'whatToExpect' | 'days' | 'hiddenAt'>

/**
 * What a desk wants somebody told by mail. The consumer looks the person up, so that a changed
 * email is used and an erased one is not.
 */
export type MailEvent = {
  /** The same for the same letter to the same person, however often it is queued. */
  id: string
  kind:
    | 'booking_confirmed'
    | 'booking_cancelled'
    | 'booking_reduced'
    | 'waitlist_joined'
    | 'seat_offered'
    | 'offer_ended'
    | 'waitlist_ended'
    | 'session_changed'
    | 'session_cancelled'
    | 'reminder_24h'
    | 'reminder_1h'
  to: { userId: number; as: 'visitor' | 'facilitator' }
  session: MailSession
  facilitator: Facilitator
  /** Absent in none of today's kinds; a letter about a session alone would have none. */
  booking: Booking
  /** Who booked, for the facilitator's letters. */
  visitor: { name: string; email: string }
  seats: Seats
  /** Rises with every change at the desk: the SEQUENCE of the calendar entry. */
  rev: number
  /** Epoch ms. */
  at: number
}
