import { expect, it } from 'vitest'
import { requestWith } from './test/client'
import { d1Away } from './test/factories'

const ON = { RATE_LIMITS: 'on' }

it('who asks too much is told when to come back, and others are not', async () => {
  const bindings = { ...ON, API_RATE: limitOf(2) }
  const site = (address: string) =>
    requestWith(bindings, '/api/site', { headers: { 'CF-Connecting-IP': address } })
  for (const expected of [200, 200, 429]) expect((await site('192.0.2.1')).status).toBe(expected)
  const refused = await site('192.0.2.1')
  expect(refused.headers.get('Retry-After')).toBe('10')
  expect(await refused.json()).toMatchObject({ code: 'too_many_requests' })
  expect((await site('192.0.2.2')).status).toBe(200)
})

it.each(['login', 'register', 'forgot-password', 'reset-password'])(
  '%s is limited before anything is asked or hashed',
  async (way) => {
    // A D1 that is away would be noticed by whoever went on.
    const bindings = { ...ON, SIGN_IN_RATE: limitOf(0), DB: d1Away() }
    const answer = await requestWith(bindings, `/api/auth/${way}`, { method: 'POST' })
    expect(answer.status).toBe(429)
    expect(answer.headers.get('Retry-After')).toBe('60')
  },
)

it('the bindings of wrangler.toml count: the 31st try of a minute is too much', async () => {
  // A minute of the binding may turn while we count, so twice as many as it lets through in one.
  const tries = await Promise.all(
    Array.from({ length: 61 }, () => requestWith(ON, '/api/auth/login', { method: 'POST' })),
  )
  const statuses = tries.map(({ status }) => status)
  expect(statuses.filter((status) => status === 400).length).toBeGreaterThanOrEqual(30)
  expect(statuses).toContain(429)
})

it('a refresh is no sign-in', async () => {
  const bindings = { ...ON, SIGN_IN_RATE: limitOf(0) }
  const answer = await requestWith(bindings, '/api/auth/refresh', { method: 'POST' })
  expect(answer.status).toBe(400)
})

it('the limits are switched off on a laptop only', async () => {
  const nothing = { API_RATE: limitOf(0) }
  const off = { ...nothing, RATE_LIMITS: 'off' }
  expect((await requestWith({ ...off, LOCAL: 'yes' }, '/api/site')).status).toBe(200)
  expect((await requestWith({ ...off, LOCAL: undefined as never }, '/api/site')).status).toBe(429)
  expect((await requestWith({ ...nothing, ...ON }, '/api/site')).status).toBe(429)
})

it('a site without the binding has no limit', async () => {
  const without = { ...ON, API_RATE: undefined as never, SIGN_IN_RATE: undefined as never }
  expect((await requestWith(without, '/api/site')).status).toBe(200)
})

function limitOf(limit: number): RateLimit {
  const asked = new Map<string, number>()
  return {
    limit: async ({ key }) => {
      const count = (asked.get(key) ?? 0) + 1
      asked.set(key, count)
      return { success: count <= limit }
    },
  }
}
