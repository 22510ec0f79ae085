import { z } from 'zod'
import { type Operations, pages } from '../openapi/operation'
import { amendedSession, createdSession, duplicatedSession, foundSession, session } from './answers'

export const sessionOperations: Operations = {
  'GET /api/sessions': {
    summary: 'List sessions to come',
    description:
      'Active ones. What is searched with `q` comes by relevance, the rest soonest first. A date in `from` or `to` is a whole day.',
    who: 'anyone',
    answers: { 200: pages(session) },
  },
  'POST /api/sessions': {
    summary: 'Create a session or retreat',
    description: 'Active at once unless `status` is `draft`. Times without an offset are local.',
    who: 'facilitator',
    answers: { 201: createdSession },
    refuses: ['sign_in_ended', 'approval_pending', 'idempotency_key_reused'],
  },
  'GET /api/sessions/:id': {
    summary: 'Read one session',
    description: 'Drafts exist for their own facilitator only.',
    who: 'anyone',
    answers: { 200: foundSession },
    refuses: ['not_found'],
  },
  'GET /api/sessions/:id/calendar.ics': {
    summary: 'Take it into a calendar',
    description: 'What everybody may read of it, whoever asks. Drafts as above.',
    who: 'anyone',
    answers: {
      200: { description: 'One entry.', mediaType: 'text/calendar', schema: z.string() },
    },
    refuses: ['not_found'],
  },
  'PUT /api/sessions/:id': {
    summary: 'Change a session',
    description: 'What is not sent stays; "" or null empties what may be empty.',
    who: 'facilitator',
    answers: { 200: amendedSession },
    refuses: ['approval_pending', 'not_found', 'session_cancelled', 'session_not_open'],
  },
  'POST /api/sessions/:id/publish': {
    summary: 'Publish a draft',
    who: 'facilitator',
    answers: { 200: amendedSession },
    refuses: ['invalid', 'approval_pending', 'not_found', 'session_cancelled'],
  },
  'POST /api/sessions/:id/duplicate': {
    summary: 'Copy a session, also for every week',
    description:
      'Drafts unless `status` is `active`, a week apart at the same wall time. Nobody’s booking comes along.',
    who: 'facilitator',
    answers: { 201: duplicatedSession },
    refuses: ['sign_in_ended', 'approval_pending', 'not_found', 'idempotency_key_reused'],
  },
  'POST /api/sessions/:id/cancel': {
    summary: 'Cancel a session and every booking in it',
    who: 'facilitator',
    answers: { 200: createdSession },
    refuses: ['not_found', 'session_over'],
  },
}
