import { expect, inject, it } from 'vitest'
import { olderClient } from './older-client'

/* docs/migrating.md, asked of the running whole: what an older client finds otherwise. */

const origin = inject('origin')
const ask = olderClient(origin)
const HOUR_MS = 3_600_000

async function register(role: 'user' | 'facilitator', overrides: object = {}) {
  const email = `${crypto.randomUUID()}@example.com`
  const body = { name: 'Ann', email, password: 'still as a pond', role, ...overrides }
  return ask('POST', '/api/auth/register', undefined, body)
}

const bearerOf = async (role: 'user' | 'facilitator', overrides: object = {}): Promise<string> =>
  (await register(role, overrides)).json.access_token

async function publish(bearer: string, overrides: object = {}) {
  const startsAt = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 72 * HOUR_MS
  return ask('POST', '/api/sessions', bearer, {
    title: 'Dawn sit',
    start_time: new Date(startsAt).toISOString(),
    end_time: new Date(startsAt + HOUR_MS).toISOString(),
    capacity: 2,
    price: 12,
    ...overrides,
  })
}

type Asked = { headers?: Record<string, string>; body?: string }

async function raw(method: string, path: string, { headers = {}, body }: Asked = {}) {
  const answer = await fetch(origin + path, { method, headers, body: body ?? null })
  const { status } = answer
  return { status, headers: answer.headers, json: await answer.json() }
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

it('a token in a body lives an hour', async () => {
  const token = await bearerOf('user')
  const claims = JSON.parse(atob(token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''))
  expect(claims.exp - claims.iat).toBe(3_600)
})

it('a refresh token is spent by its use and replaced, and signing out ends it', async () => {
  const first = (await register('user')).json.refresh_token
  const refresh = (refresh_token: string) =>
    ask('POST', '/api/auth/refresh', undefined, { refresh_token })
  const second = (await refresh(first)).json.refresh_token
  expect(second).not.toBe(first)

  await ask('POST', '/api/auth/logout', undefined, { refresh_token: second })
  const { status, json } = await refresh(second)
  expect([status, json.code]).toEqual([401, 'sign_in_ended'])
})

it('a page of ours gets cookies and no token; one of another site is refused', async () => {
  const body = JSON.stringify({ email: 'visitor@example.com', password: 'password123' })
  const here = { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' }
  const ours = await raw('POST', '/api/auth/login', { headers: here, body })
  expect([ours.status, Object.keys(ours.json)]).toEqual([200, ['user']])
  expect(ours.headers.getSetCookie().every((cookie) => /HttpOnly/.test(cookie))).toBe(true)

  const there = { ...JSON_TYPE, 'Sec-Fetch-Site': 'cross-site' }
  const theirs = await raw('POST', '/api/auth/login', { headers: there, body })
  expect([theirs.status, theirs.json.code]).toEqual([403, 'cross_site'])
})

it('an old Bearer is refused on public addresses too', async () => {
  expect((await ask('GET', '/api/sessions', 'old.old.old')).status).toBe(401)
})

it('a password that is guessed first, or is short, is refused', async () => {
  for (const password of ['password123', 'short']) {
    const { status, json } = await register('user', { password })
    expect([status, json.details[0].path]).toEqual([400, 'password'])
  }
})

it('a name and a number are no proof of who somebody is at Google', async () => {
  const claim = { google_id: '1', email: 'ann@example.com', name: 'Ann' }
  const { status, json } = await ask('POST', '/api/auth/google', undefined, claim)
  expect(status).toBe(400)
  expect(json.error).toContain('credential')
  const off = await ask('POST', '/api/auth/google', undefined, { credential: 'a.b.c' })
  expect([off.status, off.json.code]).toEqual([409, 'google_off'])
})

it('a taken seat, a taken email and one’s own session are 409', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  await register('user', { email })
  const taken = await register('user', { email: email.toUpperCase() })
  expect([taken.status, taken.json.code]).toEqual([409, 'email_taken'])

  const [jane, ann, ben] = [
    await bearerOf('facilitator'),
    await bearerOf('user'),
    await bearerOf('user'),
  ]
  const { session_id } = (await publish(jane, { capacity: 2 })).json
  const book = async (bearer: string, more: object = {}) => {
    const { status, json } = await ask('POST', '/api/bookings', bearer, { session_id, ...more })
    return [status, json.code ?? null]
  }
  expect(await book(jane)).toEqual([409, 'own_session'])
  expect(await book(ann)).toEqual([201, null])
  expect(await book(ann)).toEqual([409, 'already_booked'])
  expect(await book(ben, { party_size: 2 })).toEqual([409, 'not_enough_seats'])
  expect(await book(ben)).toEqual([201, null])
  expect(await book(await bearerOf('user'))).toEqual([409, 'session_full'])
  await ask('POST', `/api/sessions/${session_id}/cancel`, jane)
  expect(await book(await bearerOf('user'))).toEqual([409, 'session_cancelled'])
})

it('a session that has closed for booking is 409 too', async () => {
  const made = await publish(await bearerOf('facilitator'), { booking_closes_hours: 100 })
  const { session_id } = made.json
  const { status, json } = await ask('POST', '/api/bookings', await bearerOf('user'), {
    session_id,
  })
  expect([status, json.code]).toEqual([409, 'booking_closed'])
})

it('a facilitator’s address refuses a plain user', async () => {
  const { status, json } = await publish(await bearerOf('user'))
  expect([status, json.code]).toEqual([403, 'facilitators_only'])
})

it('the same booking sent again with its key is the same booking', async () => {
  const [jane, ann] = [await bearerOf('facilitator'), await bearerOf('user')]
  const { session_id } = (await publish(jane)).json
  const headers = { ...JSON_TYPE, Authorization: `Bearer ${ann}`, 'Idempotency-Key': 'once' }
  const body = JSON.stringify({ session_id })
  const first = await raw('POST', '/api/bookings', { headers, body })
  const again = await raw('POST', '/api/bookings', { headers, body })
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.json.booking_id).toBe(first.json.booking_id)
})

it('a body has to be JSON by its type and in fact, and 64 KB at most', async () => {
  const login = (headers: Record<string, string>, body: string) =>
    raw('POST', '/api/auth/login', { headers, body })
  const form = await login({ 'Content-Type': 'application/x-www-form-urlencoded' }, 'email=ann')
  expect([form.status, form.json.code]).toEqual([415, 'json_required'])
  const torn = await login(JSON_TYPE, '{"email":')
  expect([torn.status, torn.json.code]).toEqual([400, 'invalid_json'])
  const huge = await login(JSON_TYPE, JSON.stringify({ email: 'a'.repeat(65_536) }))
  expect([huge.status, huge.json.code]).toEqual([413, 'too_large'])
})

it('a method that is not there is 405, with those that are', async () => {
  const { status, headers, json } = await raw('DELETE', '/api/bookings/my')
  expect([status, json.code]).toEqual([405, 'method_not_allowed'])
  expect(headers.get('Allow')).toContain('GET')
})

it('every wrong field is named', async () => {
  const { status, json } = await ask('POST', '/api/auth/register', undefined, { name: '' })
  expect(status).toBe(400)
  expect(json.details.map(({ path }: { path: string }) => path).sort()).toEqual([
    'email',
    'name',
    'password',
  ])
})

it('a time without offset is that of the account’s zone, UTC where none was given', async () => {
  const start_time = '2027-07-15T09:00'
  const startOf = async (account: object, session: object = {}) => {
    const bearer = await bearerOf('facilitator', account)
    const made = await publish(bearer, { start_time, end_time: '2027-07-15T10:00', ...session })
    return made.json.session.start_time
  }
  expect(await startOf({})).toBe('2027-07-15T09:00:00.000Z')
  expect(await startOf({ time_zone: 'Europe/Amsterdam' })).toBe('2027-07-15T07:00:00.000Z')
  expect(await startOf({}, { time_zone: 'America/New_York' })).toBe('2027-07-15T13:00:00.000Z')
})

it('a start in the past is refused', async () => {
  const times = { start_time: '2020-01-15T09:00:00Z', end_time: '2020-01-15T10:00:00Z' }
  const { status, json } = await publish(await bearerOf('facilitator'), times)
  expect([status, json.details[0].path]).toEqual([400, 'start_time'])
})

it('a booking’s id is its session’s × 1,000,000 and a number', async () => {
  const [jane, ann] = [await bearerOf('facilitator'), await bearerOf('user')]
  const { session_id } = (await publish(jane)).json
  const { json } = await ask('POST', '/api/bookings', ann, { session_id })
  expect(Math.floor(json.booking_id / 1_000_000)).toBe(session_id)
})

it('facilitator_id is the facilitator’s id, and not its user’s', async () => {
  await bearerOf('user')
  const jane = await bearerOf('facilitator')
  const { user } = (await ask('GET', '/api/auth/me', jane)).json
  const { session_id } = (await publish(jane)).json
  const session = (await ask('GET', `/api/sessions/${session_id}`)).json
  expect(session.facilitator_id).toBe(user.facilitator.id)
  expect(session.facilitator_id).not.toBe(user.id)
})

it('capacity may fall under what is sold, and nobody loses a seat', async () => {
  const [jane, ann] = [await bearerOf('facilitator'), await bearerOf('user')]
  const { session_id } = (await publish(jane, { capacity: 3 })).json
  await ask('POST', '/api/bookings', ann, { session_id, party_size: 2 })
  const { status, json } = await ask('PUT', `/api/sessions/${session_id}`, jane, { capacity: 1 })
  expect([status, json.over, json.warnings.length]).toEqual([200, 1, 1])
  const [mine] = (await ask('GET', '/api/bookings/my', ann)).json
  expect(mine).toMatchObject({ booking_status: 'confirmed', party_size: 2 })
})

it('a seat that came free is kept for who waits, and nobody else books it', async () => {
  const [jane, ann, ben, cem] = await Promise.all([
    bearerOf('facilitator'),
    ...[1, 2, 3].map(() => bearerOf('user')),
  ])
  const { session_id } = (await publish(jane, { capacity: 1 })).json
  const booked = await ask('POST', '/api/bookings', ann, { session_id })
  const list = `/api/sessions/${session_id}/waitlist`
  const waits = await ask('POST', list, ben, {})
  expect([waits.status, waits.json.booking.booking_status]).toEqual([201, 'waitlisted'])
  await ask('POST', `/api/bookings/${booked.json.booking_id}/cancel`, ann, {})
  const seen = await ask('GET', `/api/sessions/${session_id}`)
  expect(seen.json.available_spots).toBe(0)
  const taken = await ask('POST', '/api/bookings', cem, { session_id })
  expect([taken.status, taken.json.code]).toEqual([409, 'session_full'])
  const two = await ask('POST', '/api/bookings', ben, { session_id, party_size: 2 })
  expect([two.status, two.json.code]).toEqual([409, 'offer_waiting'])
  const his = await ask('POST', `/api/bookings/${waits.json.booking.id}/accept`, ben, {})
  expect([his.status, his.json.booking.booking_status]).toEqual([200, 'confirmed'])
})

it('who was added by name has no email', async () => {
  const jane = await bearerOf('facilitator')
  const { session_id } = (await publish(jane)).json
  const path = `/api/facilitator/sessions/${session_id}`
  expect((await ask('POST', `${path}/attendees`, jane, { name: 'Dora' })).status).toBe(201)
  const { json } = await ask('GET', `${path}/bookings`, jane)
  expect(json).toMatchObject([
    { booked_by: 'facilitator', booking_status: 'confirmed', user: { name: 'Dora', email: '' } },
  ])
})

it('a draft is its facilitator’s alone', async () => {
  const jane = await bearerOf('facilitator')
  const { session_id } = (await publish(jane, { status: 'draft' })).json
  expect((await ask('GET', `/api/sessions/${session_id}`)).status).toBe(404)
  const hers = (await ask('GET', '/api/facilitator/sessions', jane)).json
  expect(hers).toMatchObject([{ id: session_id, status: 'draft' }])
})

it('lists take a limit of 1 to 100', async () => {
  for (const limit of ['0', '101', 'all']) {
    expect((await ask('GET', `/api/sessions?limit=${limit}`)).status).toBe(400)
  }
  const { json, headers } = await ask('GET', '/api/sessions?limit=1')
  expect(json).toHaveLength(1)
  expect(headers.link).toMatch(/^<\/api\/sessions\?.*>; rel="next"$/)
})

it('without a token for it the CRM’s endpoints say what is missing', async () => {
  const { status, json } = await ask('GET', '/api/notifications', 'token')
  expect([status, json.code]).toEqual([503, 'not_configured'])
  expect(json.error).toContain('CRM_BEARER_TOKEN')
})
