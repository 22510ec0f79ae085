import { env } from 'cloudflare:workers'
import { openDb } from '../db/client'
import { crmNotifications, messages } from '../db/schema'
import { aFullSession, anOffer, aSeatToday } from './full-sessions'
import { aBody, inAYear } from './new-sessions'
import { aMailToken, aSignInOf, google, PASSWORD, send, type World } from './world'

/** What is sent besides the path of its route: the id in it, a query, a body. */
export type Call = {
  id?: number | string
  query?: string
  body?: unknown
  headers?: Record<string, string>
}

type Sample = (world: World) => Call | Promise<Call>

const nothing: Sample = () => ({})
const theSession: Sample = ({ sessionId }) => ({ id: sessionId })
const byItsLink: Sample = async (world) => {
  const { bookingId, token } = await anOffer(world)
  return { id: bookingId, body: { token } }
}
const withReason = { body: { reason: 'The floor is wet.' } }

/**
 * For every route a request that is as it should be; who may send it is another question. What
 * stands in brackets tells apart several of one route.
 */
export const CALLS: Record<string, Sample> = {
  'GET /health': nothing,
  'GET /api/health': nothing,
  'GET /api/openapi.json': nothing,
  'GET /api/docs': nothing,
  'GET /api/docs/style.css': nothing,
  'GET /api/site': nothing,

  'POST /api/auth/register': () => ({
    body: { name: 'Dora', email: `${crypto.randomUUID()}@example.com`, password: PASSWORD },
  }),
  'POST /api/auth/login': ({ user }) => ({ body: { email: user.email, password: PASSWORD } }),
  'POST /api/auth/refresh': async ({ user }) => {
    const { refreshToken } = await aSignInOf(user)
    return { body: { refresh_token: refreshToken } }
  },
  'POST /api/auth/logout': nothing,
  'GET /api/auth/google/start': () => ({ query: '?return=/account' }),
  'GET /api/auth/google/callback': () => ({ query: '?state=unknown&code=unknown' }),
  'POST /api/auth/google/nonce': nothing,
  'POST /api/auth/google': async (world) => {
    const answer = await send(world, 'nobody', 'POST', '/api/auth/google/nonce')
    const { nonce } = await answer.json<{ nonce: string }>()
    return { body: { credential: await google.sign(google.claims({ nonce })) } }
  },
  'GET /api/auth/me': nothing,
  'PATCH /api/auth/me': () => ({ body: { name: 'Another Name', time_zone: 'Europe/Oslo' } }),
  'DELETE /api/auth/me': () => ({ body: { password: PASSWORD } }),
  'GET /api/auth/me/export': async ({ user, jane }) => {
    await Promise.all([aSignInOf(user), aSignInOf(jane)])
    return {}
  },
  'POST /api/auth/me/teach': () => ({ body: { bio: 'Sits every day.' } }),
  'GET /api/auth/sign-ins': async ({ user }) => {
    await aSignInOf(user)
    return {}
  },
  'DELETE /api/auth/sign-ins/:id': async ({ user }) => ({ id: (await aSignInOf(user)).id }),
  'POST /api/auth/change-password': () => ({
    body: { current_password: PASSWORD, new_password: 'a quiet evening' },
  }),
  'POST /api/auth/forgot-password': ({ user }) => ({ body: { email: user.email } }),
  'POST /api/auth/reset-password': async ({ user }) => ({
    body: { token: await aMailToken(user, 'reset_password'), password: 'a quiet evening' },
  }),
  'POST /api/auth/verify-email': async ({ user }) => ({
    body: { token: await aMailToken(user, 'verify_email') },
  }),
  'POST /api/auth/verify-email/send': nothing,

  'GET /api/sessions': () => ({ query: '?q=meditation&sort=soonest' }),
  'POST /api/sessions': () => ({ body: aBody(), headers: { 'Idempotency-Key': 'a key' } }),
  'GET /api/sessions/:id': theSession,
  'GET /api/sessions/:id (a draft)': ({ draftId }) => ({ id: draftId }),
  'GET /api/sessions/:id/calendar.ics': theSession,
  'PUT /api/sessions/:id': ({ sessionId }) => ({ id: sessionId, body: { capacity: 1 } }),
  'POST /api/sessions/:id/publish': ({ draftId }) => ({ id: draftId }),
  'POST /api/sessions/:id/cancel': ({ sessionId }) => ({ id: sessionId, ...withReason }),
  'POST /api/sessions/:id/duplicate': ({ sessionId }) => ({
    id: sessionId,
    body: { start_time: inAYear('-05-01T09:00'), weeks: 2 },
  }),

  'POST /api/bookings': ({ unbookedId }) => ({
    body: { session_id: unbookedId, party_size: 2, names: ['Cem'], notes: 'Bad knee' },
    headers: { 'Idempotency-Key': 'a key' },
  }),
  'POST /api/bookings (again)': ({ sessionId }) => ({ body: { session_id: sessionId } }),
  'GET /api/bookings/my': () => ({ query: '?when=upcoming' }),
  'POST /api/bookings/:id/cancel': ({ bookingId }) => ({ id: bookingId, ...withReason }),
  'POST /api/bookings/:id/reduce': ({ bookingId }) => ({ id: bookingId, body: { party_size: 1 } }),
  'POST /api/sessions/:id/waitlist': async (world) => ({
    id: (await aFullSession(world)).sessionId,
    body: { party_size: 1, names: [], notes: 'Bad knee' },
  }),
  'GET /api/waitlist/my': async (world) => {
    await anOffer(world)
    return {}
  },
  'GET /api/sessions/:id/live': ({ sessionId }) => ({
    id: sessionId,
    headers: { Upgrade: 'websocket' },
  }),
  'GET /api/availability': ({ sessionId }) => ({ query: `?ids=${sessionId}` }),
  'POST /api/bookings/:id/accept': async (world) => ({ id: (await anOffer(world)).bookingId }),
  'POST /api/bookings/:id/accept (by its link)': byItsLink,
  'POST /api/bookings/:id/decline': async (world) => ({ id: (await anOffer(world)).bookingId }),
  'POST /api/bookings/:id/decline (by its link)': byItsLink,
  'POST /api/bookings/:id/leave': async (world) => ({ id: (await anOffer(world)).bookingId }),
  'POST /api/offers/look': async (world) => {
    const { bookingId, token } = await anOffer(world)
    return { body: { booking_id: bookingId, token } }
  },

  'GET /api/facilitators': nothing,
  'GET /api/facilitators/:id': ({ jane }) => ({ id: jane.facilitatorId }),
  'GET /api/facilitator/dashboard': nothing,
  'GET /api/facilitator/statistics': nothing,
  'GET /api/facilitator/sessions': () => ({ query: '?show=all&limit=50' }),
  'GET /api/facilitator/sessions/:id': theSession,
  'DELETE /api/facilitator/sessions/:id': ({ sessionId }) => ({ id: sessionId, ...withReason }),
  'GET /api/facilitator/sessions/:id/bookings': theSession,
  'GET /api/facilitator/sessions/:id/bookings.csv': theSession,
  'POST /api/facilitator/sessions/:id/messages': ({ sessionId }) => ({
    id: sessionId,
    body: { subject: 'Tomorrow', text: 'Bring a blanket.' },
  }),
  'POST /api/facilitator/messages/:id/recall': async ({ jane, sessionId }) => {
    const { facilitatorId } = jane
    const words = { subject: 'Tomorrow', text: 'Bring a blanket.', recipients: 1 }
    const row = { facilitatorId, sessionId, fingerprint: '', ...words, createdAt: Date.now() }
    const [made] = await openDb(env.DB).insert(messages).values(row).returning({ id: messages.id })
    return { id: made?.id ?? 0 }
  },
  'GET /api/facilitator/bookings': nothing,
  'POST /api/facilitator/bookings/:id/cancel': ({ bookingId }) => ({
    id: bookingId,
    ...withReason,
  }),
  'POST /api/facilitator/sessions/:id/attendees': ({ unbookedId }) => ({
    id: unbookedId,
    body: { name: 'Dora', email: '', party_size: 1, notes: '', check_in: false },
  }),
  'POST /api/facilitator/bookings/:id/check-in': async (world) => ({
    id: (await aSeatToday(world)).bookingId,
    body: { at: new Date().toISOString() },
  }),
  'POST /api/facilitator/bookings/:id/undo': async (world) => ({
    id: (await aSeatToday(world)).bookingId,
  }),
  'GET /api/facilitator/ticket-key': nothing,
  'GET /api/facilitator/sessions/:id/bookings (waiting)': async (world) => ({
    id: (await anOffer(world)).sessionId,
    query: '?state=waiting',
  }),
  'GET /api/facilitator/sessions/:id/decisions': async (world) => ({
    id: (await anOffer(world)).sessionId,
  }),
  'GET /api/facilitator/overlaps': () => ({
    query: `?start_time=2020-01-01T00:00:00Z&end_time=${inAYear('-12-31T00:00')}:00Z&except=1`,
  }),
  'GET /api/facilitator/notifications': nothing,
  'POST /api/facilitator/notifications/read': () => ({ body: { through: 1 } }),
  'POST /api/facilitator/notifications/unread': () => ({ body: { mark: 2 } }),
  'GET /api/notifications/socket': () => ({ headers: { Upgrade: 'websocket' } }),

  'POST /api/booking-notification': ({ bookingId, user, jane, sessionId }) => ({
    body: {
      booking_id: bookingId,
      user: { id: user.userId, email: user.email, name: user.name },
      event: { id: sessionId, title: 'Morning Meditation', start_time: '2027-01-15T09:00' },
      facilitator_id: jane.facilitatorId,
    },
  }),
  'GET /api/notifications': () => ({ query: '?processed=false' }),
  'PUT /api/notifications/:id/process': async () => {
    const rows = await openDb(env.DB).select({ id: crmNotifications.id }).from(crmNotifications)
    return { id: rows.at(-1)?.id ?? 0 }
  },
}

/** `GET /api/sessions/:id (a draft)` without what tells it apart. */
export function routeOf(sample: string): string {
  return sample.replace(/ \(.*\)$/, '')
}

export function methodOf(sample: string): string {
  return sample.slice(0, sample.indexOf(' '))
}

/** Where a sample is sent in some world. */
export function pathOf(sample: string, { id, query = '' }: Call): string {
  const [, path = ''] = routeOf(sample).split(' ')
  return path.replace(':id', encodeURIComponent(id ?? '')) + query
}
