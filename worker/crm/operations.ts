import { type Operations, pages } from '../openapi/operation'
import { crmNotification, noted } from './answers'

export const crmOperations: Operations = {
  'POST /api/booking-notification': {
    summary: 'Tell of a booking made elsewhere',
    description: 'Logged, and told to its facilitator, once for each booking and kind.',
    who: 'crm',
    answers: { 200: noted },
  },
  'GET /api/notifications': {
    summary: 'List what happened to bookings',
    description: 'The last logged first.',
    who: 'crm',
    answers: { 200: pages(crmNotification) },
  },
  'PUT /api/notifications/:id/process': {
    summary: 'Mark one as processed',
    who: 'crm',
    answers: { 200: noted },
    refuses: ['not_found'],
  },
}
