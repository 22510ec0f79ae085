import { type Operations, pages } from '../openapi/operation'
import {
  availability,
  booking,
  changedBooking,
  madeBooking,
  shownOffer,
  waitingBooking,
} from './answers'

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
      'offer_waiting',
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
    answers: { 200: changedBooking },
    refuses: ['not_found', 'booking_ended', 'session_over'],
  },
  'POST /api/bookings/:id/reduce': {
    summary: 'Give some seats of one’s own party back',
    description: 'Who waits keeps their place. Names stay in their order unless others are said.',
    who: 'signed in',
    answers: { 200: changedBooking },
    refuses: ['not_found', 'party_grows', 'booking_ended', 'session_over'],
  },
  'POST /api/sessions/:id/waitlist': {
    summary: 'Wait for seats in a full session',
    description:
      '200 for who waits already, and keeps their place. `old_place` undoes leaving a moment ago.',
    who: 'signed in',
    answers: { 200: changedBooking, 201: changedBooking },
    refuses: [
      'not_found',
      'seats_free',
      'already_booked',
      'already_waiting',
      'offer_waiting',
      'party_too_large',
      'list_closed',
      'session_over',
      'session_cancelled',
      'own_session',
      'desk_full',
    ],
  },
  'GET /api/waitlist/my': {
    summary: 'List where one waits, or is offered seats',
    description: 'What is still to come, the soonest first.',
    who: 'signed in',
    answers: { 200: pages(waitingBooking) },
  },
  'POST /api/bookings/:id/accept': {
    summary: 'Take the seats that are offered',
    description: 'Signed in as who is offered them, or by the `token` of the offer’s letter.',
    who: 'anyone',
    answers: { 200: changedBooking },
    refuses: ['not_found', 'no_offer', 'offer_ended', 'session_cancelled'],
  },
  'POST /api/bookings/:id/decline': {
    summary: 'Pass an offer on',
    description: 'Signed in as who is offered it, or by the `token` of the offer’s letter.',
    who: 'anyone',
    answers: { 200: changedBooking },
    refuses: ['not_found', 'no_offer', 'offer_ended', 'already_booked'],
  },
  'POST /api/bookings/:id/leave': {
    summary: 'Leave a waiting list, also with an offer in hand',
    who: 'signed in',
    answers: { 200: changedBooking },
    refuses: ['not_found', 'already_booked'],
  },
  'GET /api/sessions/:id/live': {
    summary: 'Open the socket that tells of a session’s seats',
    description:
      'WebSocket. One message at once and one after each change, at most two a second; docs/live-seats.md has them. 503 where very many listen already: ask for `/api/availability` then.',
    who: 'anyone',
    answers: { 101: { description: 'The line is open.' } },
    refuses: ['not_found', 'cross_site', 'upgrade_required'],
  },
  'GET /api/availability': {
    summary: 'See how seats stand in many sessions at once',
    description:
      'Of those named in `ids`, in their order, or of the thousand that come soonest. At most two seconds old.',
    who: 'anyone',
    answers: { 200: availability },
  },
  'POST /api/offers/look': {
    summary: 'See an offer by the link of its letter',
    description: 'Changes nothing.',
    who: 'anyone',
    answers: { 200: shownOffer },
    refuses: ['not_found', 'offer_ended'],
  },
}
