import { expect, it, vi } from 'vitest'
import { ask, request, requestWith } from './test/client'
import { aUser, d1Away } from './test/factories'

it('a known path answers a method that it lacks with those it has', async () => {
  const answer = await request('/api/auth/me', { method: 'PUT' })
  expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, PATCH, DELETE'])
  expect(await answer.json()).toMatchObject({ code: 'method_not_allowed' })
  expect((await request('/api/auth/login')).headers.get('Allow')).toBe('POST')
  expect((await request('/health', { method: 'POST' })).status).toBe(405)
})

it('it does so before it asks who that is, and what they may', async () => {
  const { bearer } = await aUser()
  for (const shown of [null, bearer, 'no token']) {
    const headers: HeadersInit = shown === null ? {} : { Authorization: `Bearer ${shown}` }
    const answer = await request('/api/facilitator/dashboard', { method: 'DELETE', headers })
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  }
})

it('an unknown path is 404 whatever the method', async () => {
  for (const method of ['GET', 'POST', 'DELETE']) {
    const { status, json } = await ask(method, '/api/nowhere')
    expect([status, json.code]).toEqual([404, 'not_found'])
  }
})

it.each(['', undefined, 'x'.repeat(31)])('without a key (%s) nothing is served', async (key) => {
  const without = { JWT_SECRET_KEY: key as string }
  for (const path of ['/api/site', '/api/auth/me', '/api/sessions']) {
    const answer = await requestWith(without, path)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('5')
    expect(await answer.json()).toMatchObject({
      code: 'not_configured',
      error: expect.stringContaining('JWT_SECRET_KEY'),
    })
  }
})

/** In its shape, and on no curve. */
const offTheCurve = JSON.stringify({
  ...{ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43), d: 'C'.repeat(43) },
})

it.each(['', 'no JSON', 'null', '{"kty":"EC","crv":"P-256","x":"1","y":"2"}', offTheCurve])(
  'without a key to sign door codes (%s) nothing is served',
  async (key) => {
    const answer = await requestWith({ TICKET_SIGNING_KEY: key }, '/api/site')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({
      code: 'not_configured',
      error: 'Not set up yet: TICKET_SIGNING_KEY must be a private ES256 key as a JWK.',
    })
  },
)

it('with D1 away an answer says so, and that it may be there again in a moment', async () => {
  const { bearer } = await aUser()
  const headers = { Authorization: `Bearer ${bearer}` }
  const answer = await requestWith({ DB: d1Away() }, '/api/auth/me', { headers })
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
  expect(await answer.json()).toMatchObject({ code: 'unavailable' })
})

it('with D1 away a browser keeps its cookies', async () => {
  const answer = await requestWith({ DB: d1Away() }, '/api/auth/refresh', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: '__Host-refresh=some.token' },
  })
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([503, []])
})

it('what broke is told to the log; the person gets a word to find it by', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = { withSession: brokenD1 } as unknown as D1Database
  const { bearer } = await aUser()
  const headers = { Authorization: `Bearer ${bearer}` }
  const answer = await requestWith({ DB: broken }, '/api/auth/me', { headers })
  expect(answer.status).toBe(500)
  const body = await answer.json<{ error: string; reference: string }>()
  expect(body).toEqual({
    error: `Something broke on our side. If you write to us, mention ${body.reference}.`,
    code: 'broken',
    reference: answer.headers.get('X-Request-Id')?.slice(0, 8),
  })
  expect(JSON.stringify(body)).not.toContain('NOT NULL')
  const line = JSON.parse(log.mock.calls[0]?.[0])
  expect(line.request_id).toBe(answer.headers.get('X-Request-Id'))
  expect(line.error.join()).toContain('NOT NULL')
})

it('a request is one line of the log, with nothing of a person in it', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const secret = 'ann-secret'
  const answer = await requestWith({}, `/api/auth/login?email=${secret}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': secret,
      'CF-Connecting-IP': secret,
      Authorization: `Bearer ${(await aUser({ name: secret })).bearer}`,
    },
    body: JSON.stringify({ email: `${secret}@example.com`, password: secret }),
  })
  expect(log).toHaveBeenCalledTimes(1)
  const text = log.mock.calls[0]?.[0]
  expect(text).not.toContain(secret)
  expect(JSON.parse(text)).toEqual({
    level: 'info',
    request_id: answer.headers.get('X-Request-Id'),
    method: 'POST',
    path: '/api/auth/login',
    status: 401,
    code: 'wrong_credentials',
    ms: expect.any(Number),
  })
})

it('a failing query is logged without the values it was given', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const email = 'ann-secret@example.com'
  const answer = await requestWith({ DB: d1Away() }, '/api/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'a password' }),
  })
  expect(answer.status).toBe(503)
  expect(log).toHaveBeenCalledTimes(1)
  expect(log.mock.calls[0]?.[0]).not.toContain(email)
})

/** Answers as if a row broke a rule that it cannot break: an error nobody expected. */
function brokenD1() {
  const refuse = () => Promise.reject(new Error('NOT NULL constraint failed: users.name'))
  const statement = { bind: () => statement, first: refuse, run: refuse, all: refuse, raw: refuse }
  return { prepare: () => statement, batch: refuse }
}
