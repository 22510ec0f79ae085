import { z } from 'zod'
import { type Operations, pages } from '../openapi/operation'
import { createdSession } from '../sessions/answers'
import {
  addedAttendee,
  attendeeBooking,
  changedForVisitor,
  checkedIn,
  dashboard,
  decision,
  deskBooking,
  deskSession,
  facilitator,
  facilitatorWithSessions,
  keySet,
  overlap,
  recalledMessage,
  sentMessage,
  statistics,
} from './answers'

/** What everybody may know of them. */
export const profileOperations: Operations = {
  'GET /api/facilitators': {
    summary: 'List who gives sessions here',
    who: 'anyone',
    answers: { 200: pages(facilitator) },
  },
  'GET /api/facilitators/:id': {
    summary: 'Read of one, and what comes next',
    who: 'anyone',
    answers: { 200: facilitatorWithSessions },
    refuses: ['not_found'],
  },
}

/** What one of them sees of her own. */
export const facilitatorOperations: Operations = {
  'GET /api/facilitator/dashboard': {
    summary: 'See her numbers at a glance',
    description: 'Bookings and revenue count confirmed, attended and no-show.',
    who: 'facilitator',
    answers: { 200: dashboard },
  },
  'GET /api/facilitator/statistics': {
    summary: 'See her numbers of some days',
    description:
      'Of bookings made in them, and of sessions that have begun in them; the last twelve weeks unless said. Days are those of her own time zone.',
    who: 'facilitator',
    answers: { 200: statistics },
  },
  'GET /api/facilitator/sessions': {
    summary: 'List her sessions',
    description: 'Drafts and cancelled ones too.',
    who: 'facilitator',
    answers: { 200: pages(deskSession) },
  },
  'GET /api/facilitator/sessions/:id': {
    summary: 'Read one of her sessions, with every field',
    who: 'facilitator',
    answers: { 200: deskSession },
    refuses: ['not_found'],
  },
  'DELETE /api/facilitator/sessions/:id': {
    summary: 'Cancel a session and every booking in it',
    description: 'The same as `POST /api/sessions/{id}/cancel`. All rows are kept.',
    who: 'facilitator',
    answers: { 200: createdSession },
    refuses: ['not_found', 'session_over'],
  },
  'GET /api/facilitator/sessions/:id/bookings': {
    summary: 'List who booked one of her sessions',
    description:
      'The newest first; with `state=waiting` who waits or is offered seats instead, the longest first.',
    who: 'facilitator',
    answers: { 200: pages(attendeeBooking) },
    refuses: ['not_found'],
  },
  'GET /api/facilitator/sessions/:id/bookings.csv': {
    summary: 'Take them home as a spreadsheet',
    who: 'facilitator',
    answers: {
      200: { description: 'A row a booking.', mediaType: 'text/csv', schema: z.string() },
    },
    refuses: ['not_found'],
  },
  'POST /api/facilitator/sessions/:id/messages': {
    summary: 'Write to who booked',
    description: 'To all, or to bookings by their ids. At most five a day.',
    who: 'facilitator',
    answers: { 201: sentMessage },
    refuses: ['not_found', 'mail_off', 'nobody_booked', 'idempotency_key_reused'],
  },
  'POST /api/facilitator/messages/:id/recall': {
    summary: 'Take a message back',
    description: 'Before its letters have left, until `recall_until`.',
    who: 'facilitator',
    answers: { 200: recalledMessage },
    refuses: ['not_found', 'message_sent'],
  },
  'GET /api/facilitator/bookings': {
    summary: 'List the bookings of all her sessions',
    description: 'The newest first.',
    who: 'facilitator',
    answers: { 200: pages(deskBooking) },
  },
  'POST /api/facilitator/bookings/:id/cancel': {
    summary: 'Take a seat back from a visitor',
    description: 'The visitor reads the reason.',
    who: 'facilitator',
    answers: { 200: changedForVisitor },
    refuses: ['not_found', 'booking_ended', 'session_over'],
  },
  'POST /api/facilitator/sessions/:id/attendees': {
    summary: 'Give somebody a seat, at the door or on the phone',
    description:
      'While seats last, also when it has begun. Who has no account becomes a guest. With an `Idempotency-Key` the same request may be sent again, and is the same seat.',
    who: 'facilitator',
    answers: { 201: addedAttendee },
    refuses: [
      'not_found',
      'session_full',
      'not_enough_seats',
      'already_booked',
      'offer_waiting',
      'session_not_open',
      'session_over',
      'session_cancelled',
      'own_session',
      'too_early',
      'desk_full',
      'idempotency_key_reused',
    ],
  },
  'POST /api/facilitator/bookings/:id/check-in': {
    summary: 'Let somebody in',
    description: '`at` is when, from a list that was offline. Twice is once.',
    who: 'facilitator',
    answers: { 200: checkedIn },
    refuses: ['not_found', 'booking_ended', 'not_booked', 'too_early'],
  },
  'POST /api/facilitator/bookings/:id/undo': {
    summary: 'Take a check-in back',
    who: 'facilitator',
    answers: { 200: changedForVisitor },
    refuses: ['not_found', 'not_checked_in', 'session_cancelled'],
  },
  'GET /api/facilitator/ticket-key': {
    summary: 'Take along what verifies door codes',
    description: 'A code is a JWS, ES256, of type `ticket+jwt`: booking `b` of session `s`.',
    who: 'facilitator',
    answers: { 200: keySet },
  },
  'GET /api/facilitator/sessions/:id/decisions': {
    summary: 'Read why people on the list were given seats, or were not',
    description: 'The latest first.',
    who: 'facilitator',
    answers: { 200: pages(decision) },
    refuses: ['not_found'],
  },
  'GET /api/facilitator/overlaps': {
    summary: 'See what else she gives at a time',
    description: 'Sessions and drafts other than `except`. Advice, never a refusal.',
    who: 'facilitator',
    answers: { 200: z.array(overlap) },
  },
}
