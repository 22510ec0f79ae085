import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { app } from '../app'
import { CALLS, methodOf, pathOf, routeOf } from '../test/calls'
import { faultsOf } from '../test/document'
import { ACTORS, aWorld, google, send } from '../test/world'
import { takenByRoute } from './document'

/** For nobody, a user, another user, a facilitator, another facilitator, a CRM. */
type Row = [number, number, number, number, number, number]

/** Above identity: whatever token is shown, nobody looks at it. */
const OPEN: Row = [200, 200, 200, 200, 200, 200]
/** A token that is no good is refused even where none is needed; the CRM's is nobody's. */
const ANYONE: Row = [200, 200, 200, 200, 200, 401]
const ANYONE_MAKES: Row = [201, 201, 201, 201, 201, 401]
const VISIT: Row = [302, 302, 302, 302, 302, 401]
const LISTENS: Row = [101, 101, 101, 101, 101, 401]
const SIGNED_IN: Row = [401, 200, 200, 200, 200, 401]
const FACILITATORS: Row = [401, 403, 403, 200, 200, 401]
/** Another's is none. */
const ITS_FACILITATOR: Row = [401, 403, 403, 200, 404, 401]
const ITS_FACILITATOR_MAKES: Row = [401, 403, 403, 201, 404, 401]
const ITS_USER: Row = [401, 200, 404, 404, 404, 401]
const CRM: Row = [401, 401, 401, 401, 401, 200]

/** Who may do what: the session is the first facilitator's, the booking in it the first user's. */
const ROLES: Record<string, Row> = {
  'GET /health': OPEN,
  'GET /api/health': OPEN,
  'GET /api/openapi.json': OPEN,
  'GET /api/docs': OPEN,
  'GET /api/docs/style.css': OPEN,
  'GET /api/site': ANYONE,

  'POST /api/auth/register': ANYONE_MAKES,
  'POST /api/auth/login': ANYONE,
  'POST /api/auth/refresh': ANYONE,
  'POST /api/auth/logout': ANYONE,
  'GET /api/auth/google/start': VISIT,
  'GET /api/auth/google/callback': VISIT,
  'POST /api/auth/google/nonce': ANYONE_MAKES,
  'POST /api/auth/google': ANYONE,
  'GET /api/auth/me': SIGNED_IN,
  'PATCH /api/auth/me': SIGNED_IN,
  // People have booked the facilitator's session.
  'DELETE /api/auth/me': [401, 200, 200, 409, 200, 401],
  'GET /api/auth/me/export': SIGNED_IN,
  'POST /api/auth/me/teach': SIGNED_IN,
  'GET /api/auth/sign-ins': SIGNED_IN,
  'DELETE /api/auth/sign-ins/:id': ITS_USER,
  'POST /api/auth/change-password': SIGNED_IN,
  'POST /api/auth/forgot-password': ANYONE,
  'POST /api/auth/reset-password': ANYONE,
  'POST /api/auth/verify-email': ANYONE,
  'POST /api/auth/verify-email/send': SIGNED_IN,

  'GET /api/sessions': ANYONE,
  'POST /api/sessions': [401, 403, 403, 201, 201, 401],
  'GET /api/sessions/:id': ANYONE,
  'GET /api/sessions/:id (a draft)': [404, 404, 404, 200, 404, 401],
  'GET /api/sessions/:id/calendar.ics': ANYONE,
  'PUT /api/sessions/:id': ITS_FACILITATOR,
  'POST /api/sessions/:id/publish': ITS_FACILITATOR,
  'POST /api/sessions/:id/cancel': ITS_FACILITATOR,
  'POST /api/sessions/:id/duplicate': ITS_FACILITATOR_MAKES,

  // Nobody books her own session.
  'POST /api/bookings': [401, 201, 201, 409, 201, 401],
  'POST /api/bookings (again)': [401, 409, 201, 409, 201, 401],
  'GET /api/bookings/my': SIGNED_IN,
  'POST /api/bookings/:id/cancel': ITS_USER,
  'POST /api/bookings/:id/reduce': ITS_USER,
  // Who sits in it is no longer to wait, and nobody waits for her own.
  'POST /api/sessions/:id/waitlist': [401, 201, 409, 409, 201, 401],
  'GET /api/waitlist/my': SIGNED_IN,
  'GET /api/sessions/:id/live': LISTENS,
  'GET /api/availability': ANYONE,
  'POST /api/bookings/:id/accept': ITS_USER,
  'POST /api/bookings/:id/accept (by its link)': ANYONE,
  'POST /api/bookings/:id/decline': ITS_USER,
  'POST /api/bookings/:id/decline (by its link)': ANYONE,
  'POST /api/bookings/:id/leave': ITS_USER,
  'POST /api/offers/look': ANYONE,

  'GET /api/facilitators': ANYONE,
  'GET /api/facilitators/:id': ANYONE,
  'GET /api/facilitator/dashboard': FACILITATORS,
  'GET /api/facilitator/statistics': FACILITATORS,
  'GET /api/facilitator/sessions': FACILITATORS,
  'GET /api/facilitator/sessions/:id': ITS_FACILITATOR,
  'DELETE /api/facilitator/sessions/:id': ITS_FACILITATOR,
  'GET /api/facilitator/sessions/:id/bookings': ITS_FACILITATOR,
  'GET /api/facilitator/sessions/:id/bookings.csv': ITS_FACILITATOR,
  'POST /api/facilitator/sessions/:id/messages': ITS_FACILITATOR_MAKES,
  'POST /api/facilitator/messages/:id/recall': ITS_FACILITATOR,
  'GET /api/facilitator/bookings': FACILITATORS,
  'POST /api/facilitator/bookings/:id/cancel': ITS_FACILITATOR,
  'POST /api/facilitator/sessions/:id/attendees': ITS_FACILITATOR_MAKES,
  'POST /api/facilitator/bookings/:id/check-in': ITS_FACILITATOR,
  'POST /api/facilitator/bookings/:id/undo': ITS_FACILITATOR,
  'GET /api/facilitator/ticket-key': FACILITATORS,
  'GET /api/facilitator/sessions/:id/bookings (waiting)': ITS_FACILITATOR,
  'GET /api/facilitator/sessions/:id/decisions': ITS_FACILITATOR,
  'GET /api/facilitator/overlaps': FACILITATORS,
  'GET /api/facilitator/notifications': FACILITATORS,
  'POST /api/facilitator/notifications/read': FACILITATORS,
  'POST /api/facilitator/notifications/unread': FACILITATORS,
  'GET /api/notifications/socket': [401, 403, 403, 101, 101, 401],

  'POST /api/booking-notification': CRM,
  'GET /api/notifications': CRM,
  'PUT /api/notifications/:id/process': CRM,
}

beforeAll(() => vi.stubGlobal('fetch', google.fetch))
afterAll(() => vi.unstubAllGlobals())

it('no route is missing here, and none is here that is not there', () => {
  const routes = [...takenByRoute(app).keys()]
  expect([...new Set(Object.keys(ROLES).map(routeOf))].toSorted()).toEqual(routes.toSorted())
  expect(Object.keys(CALLS).toSorted()).toEqual(Object.keys(ROLES).toSorted())
})

it.each(Object.entries(ROLES))('%s', async (sample, expected) => {
  const world = await aWorld()
  const answers = []
  // From the right: whoever ends something by right does so after all who have none.
  for (const actor of ACTORS.toReversed()) {
    const call = (await CALLS[sample]?.(world)) ?? {}
    const answer = await send(world, actor, methodOf(sample), pathOf(sample, call), call)
    const faults = await faultsOf(routeOf(sample), answer)
    answer.webSocket?.accept()
    answer.webSocket?.close()
    answers.unshift({ status: answer.status, faults, items: await itemsIn(answer) })
  }
  expect(answers.map(({ status }) => status)).toEqual(expected)
  // Every answer is as the document tells, and lists were judged by what is in them.
  expect(answers.flatMap(({ faults }) => faults)).toEqual([])
  expect(answers.some(({ items }) => items !== 0)).toBe(true)
})

/** Null for what is no list; a refusal holds nothing. */
async function itemsIn(answer: Response): Promise<number | null> {
  if (answer.status >= 400) return 0
  const isJson = answer.headers.get('Content-Type')?.startsWith('application/json')
  const body: unknown = isJson ? await answer.json() : null
  return Array.isArray(body) ? body.length : null
}
