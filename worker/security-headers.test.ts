import { expect, it } from 'vitest'
import { request } from './test/client'
import { aUser } from './test/factories'

it.each([
  ['an answer', '/api/site', {}],
  ['a refusal', '/api/auth/me', {}],
  ['nothing there', '/api/nowhere', {}],
  ['a wrong method', '/api/site', { method: 'DELETE' }],
])('%s can neither be run nor framed nor guessed at', async (_, path, init) => {
  const { headers } = await request(path, init)
  const names = [
    'Content-Security-Policy',
    'X-Content-Type-Options',
    'Referrer-Policy',
    'Strict-Transport-Security',
  ]
  expect(names.map((name) => headers.get(name))).toEqual([
    "default-src 'none'; frame-ancestors 'none'",
    'nosniff',
    'no-referrer',
    'max-age=31536000; includeSubDomains',
  ])
  expect(headers.get('Permissions-Policy')).toContain('camera=()')
  expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
})

it('what is public may be kept, and nothing of somebody who is signed in', async () => {
  const cacheControl = async (path: string, headers = {}) =>
    (await request(path, { headers })).headers.get('Cache-Control')
  const { bearer } = await aUser()
  const Authorization = `Bearer ${bearer}`
  expect(await cacheControl('/api/site')).toBe('public, max-age=60')
  expect(await cacheControl('/api/site', { Authorization })).toBe('no-store')
  expect(await cacheControl('/api/auth/me', { Authorization })).toBe('no-store')
  expect(await cacheControl('/api/auth/me')).toBe('no-store')
})
