import { type Operations, pages } from '../openapi/operation'
import { booking, cancelledBooking, madeBooking } from './answers'

export const bookingOperations: Operations = {
  'POST /api/bookings': {
    summary: 'Book seats',
    description:
      'With an `Idempotency-Key` the same request may be sent again, and is the same booking.',
    who: 'signed in',
    answers: { 201: madeBooking },
    refuses: [
      'not_found',
      'session_full',
      'not_enough_seats',
      'already_booked',
      'booking_closed',
      'session_over',
      'session_cancelled',
      'own_session',
      'desk_full',
      'idempotency_key_reused',
    ],
  },
  'GET /api/bookings/my': {
    summary: 'List one’s own bookings',
    description:
      'The newest first; with `when=upcoming` the soonest first, with `when=past` the latest.',
    who: 'signed in',
    answers: { 200: pages(booking) },
  },
  'POST /api/bookings/:id/cancel': {
    summary: 'Give one’s own booking back',
    who: 'signed in',
    answers: { 200: cancelledBooking },
    refuses: ['not_found', 'booking_ended', 'session_over'],
  },
}
