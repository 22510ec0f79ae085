import { describe, expect, it } from 'vitest'
import { ORIGIN, request, requestWith } from './test/client'
import { aUser } from './test/factories'

const ELSEWHERE = 'https://elsewhere.test'
const COOKIE = '__Host-access=whatever'

describe('an unsafe request without Authorization', () => {
  // Sec-Fetch-Site, Origin, Cookie → whether it may pass.
  it.each([
    ['same-origin', ORIGIN, COOKIE, true],
    ['same-origin', ORIGIN, undefined, true],
    ['same-origin', undefined, COOKIE, true],
    ['same-origin', ELSEWHERE, COOKIE, true],
    ['same-site', ORIGIN, COOKIE, false],
    ['same-site', undefined, undefined, false],
    ['cross-site', ORIGIN, COOKIE, false],
    ['cross-site', ELSEWHERE, undefined, false],
    ['cross-site', undefined, undefined, false],
    ['none', undefined, COOKIE, false],
    ['none', undefined, undefined, false],
    ['', undefined, COOKIE, false],
    [undefined, ORIGIN, COOKIE, true],
    [undefined, ORIGIN, undefined, true],
    [undefined, ELSEWHERE, COOKIE, false],
    [undefined, ELSEWHERE, undefined, false],
    [undefined, 'null', undefined, false],
    [undefined, ORIGIN.replace('https', 'http'), undefined, false],
    [undefined, undefined, COOKIE, false],
    [undefined, undefined, undefined, true],
  ])('Sec-Fetch-Site %s, Origin %s, Cookie %s: passes %s', async (site, origin, cookie, passes) => {
    for (const path of ['/api/auth/login', '/api/auth/logout']) {
      const answer = await request(path, {
        method: 'POST',
        headers: defined({ 'Sec-Fetch-Site': site, Origin: origin, Cookie: cookie }),
      })
      expect((await codeOf(answer)) === 'cross_site').toBe(!passes)
      expect(answer.status === 403).toBe(!passes)
    }
  })
})

it('a request with Authorization passes from anywhere, for no browser adds that by itself', async () => {
  const { bearer } = await aUser()
  const Authorization = `Bearer ${bearer}`
  for (const site of ['cross-site', 'same-site', 'none', undefined]) {
    const headers = defined({ Authorization, 'Sec-Fetch-Site': site, Cookie: COOKIE })
    expect((await request('/api/auth/logout', { method: 'POST', headers })).status).toBe(200)
  }
})

it('what changes nothing may come from a link on any page', async () => {
  const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: ELSEWHERE, Cookie: COOKIE }
  expect((await request('/api/site', { headers })).status).toBe(200)
})

it('a socket is opened by our own pages and by clients with a Bearer only', async () => {
  const open = async (headers: Record<string, string>) => {
    const path = '/api/notifications/socket'
    return codeOf(await request(path, { headers: { Upgrade: 'websocket', ...headers } }))
  }
  expect(await open({ Origin: ELSEWHERE, Cookie: COOKIE })).toBe('cross_site')
  expect(await open({ Cookie: COOKIE })).toBe('cross_site')
  expect(await open({ Origin: ORIGIN, Cookie: COOKIE })).toBe('sign_in_required')
  const { bearer } = await aUser()
  expect(await open({ Authorization: `Bearer ${bearer}` })).toBe('facilitators_only')
})

describe('other origins', () => {
  const listed = { ALLOWED_ORIGINS: `https://one.test, ${ELSEWHERE}` }
  const preflight = {
    method: 'OPTIONS',
    headers: { Origin: ELSEWHERE, 'Access-Control-Request-Method': 'POST' },
  }

  it('read nothing unless they are listed', async () => {
    const answer = await request('/api/site', { headers: { Origin: ELSEWHERE } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    const asked = await request('/api/bookings', preflight)
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBeNull()
    const empty = await requestWith({ ALLOWED_ORIGINS: '' }, '/api/site', {
      headers: { Origin: '' },
    })
    expect(empty.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('that are listed may bring a Bearer, and never cookies', async () => {
    const asked = await requestWith(listed, '/api/bookings', preflight)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe(ELSEWHERE)
    expect(asked.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
    expect(asked.headers.get('Access-Control-Allow-Credentials')).toBeNull()

    const answer = await requestWith(listed, '/api/site', { headers: { Origin: ELSEWHERE } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(ELSEWHERE)
    expect(answer.headers.get('Vary')).toContain('Origin')
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Link')
  })

  it('that are listed cannot act without a Bearer', async () => {
    const headers = { Origin: ELSEWHERE, 'Sec-Fetch-Site': 'cross-site' }
    const answer = await requestWith(listed, '/api/auth/logout', { method: 'POST', headers })
    expect(await codeOf(answer)).toBe('cross_site')
  })
})

async function codeOf(answer: Response): Promise<string | undefined> {
  return (await answer.json<{ code?: string }>()).code
}

function defined(headers: Record<string, string | undefined>): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Record<string, string>
}
