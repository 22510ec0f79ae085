import { env } from 'cloudflare:workers'
import { createHmac } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, it } from 'vitest'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { faultyKeys, readAccessToken, signAccessToken } from './tokens'

const OLD = 'the older key, long enough for HS256 too'
const NEW = 'the newer key, long enough for HS256 too'
const NOW = Date.UTC(2027, 0, 15, 9)
const HOUR_MS = 3_600_000

const ann = {
  userId: 7,
  signInId: 'a-sign-in',
  role: 'facilitator',
  facilitatorId: 3,
  name: 'Ann',
  email: 'ann@example.com',
} as const

it('a token says who is asking until its hour is over', async () => {
  const token = await signAccessToken(env, ann, NOW, HOUR_MS)
  expect(await readAccessToken(env, token, NOW)).toEqual({ ...ann, expiresAt: NOW + HOUR_MS })
  expect(await readAccessToken(env, token, NOW + HOUR_MS - 1000)).not.toBeNull()
  expect(await readAccessToken(env, token, NOW + HOUR_MS)).toBeNull()
})

it('the header names the kind of token and the key by the start of its hash', async () => {
  const token = await signAccessToken({ ...env, JWT_SECRET_KEY: NEW }, ann, NOW, HOUR_MS)
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'HS256', typ: 'at+jwt' })
  expect(decodeProtectedHeader(token).kid).toMatch(/^[0-9a-f]{8}$/)
  expect(decodeJwt(token)).toMatchObject({ iss: 'stillpoint', aud: 'stillpoint-api', sub: '7' })
})

it('a rotated key goes on verifying while it is the previous one, and never signs', async () => {
  const before = { ...env, JWT_SECRET_KEY: OLD }
  const during = { ...env, JWT_SECRET_KEY: NEW, JWT_SECRET_KEY_PREVIOUS: OLD }
  const after = { ...env, JWT_SECRET_KEY: NEW }
  const old = await signAccessToken(before, ann, NOW, HOUR_MS)
  expect(await readAccessToken(during, old, NOW)).not.toBeNull()
  expect(await readAccessToken(after, old, NOW)).toBeNull()
  const fresh = await signAccessToken(during, ann, NOW, HOUR_MS)
  expect(await readAccessToken(after, fresh, NOW)).not.toBeNull()
})

it('a token forged by hand passes only when every part of its header and claims is right', async () => {
  const kid = decodeProtectedHeader(await signAccessToken(env, ann, NOW, HOUR_MS)).kid
  const claims = decodeJwt(await signAccessToken(env, ann, NOW, HOUR_MS))
  const right = { alg: 'HS256', typ: 'at+jwt', kid }
  const read = (token: string) => readAccessToken(env, token, NOW)

  expect(await read(forge(right, claims))).not.toBeNull()
  expect(await read(forge(right, claims, OLD))).toBeNull()
  expect(await read(forge({ ...right, kid: undefined }, claims))).toBeNull()
  expect(await read(forge({ ...right, kid: 'deadbeef' }, claims))).toBeNull()
  expect(await read(forge({ ...right, typ: 'JWT' }, claims))).toBeNull()
  expect(await read(forge({ ...right, alg: 'HS512' }, claims))).toBeNull()
  expect(await read(forge(right, { ...claims, aud: 'elsewhere' }))).toBeNull()
  expect(await read(forge(right, { ...claims, iss: 'elsewhere' }))).toBeNull()
  expect(await read(forge(right, { ...claims, exp: undefined }))).toBeNull()
  expect(await read(forge(right, { ...claims, sub: undefined }))).toBeNull()
  const unsigned = forge({ ...right, alg: 'none' }, claims).replace(/[^.]*$/, '')
  expect(await read(unsigned)).toBeNull()
  expect(await read('not a token')).toBeNull()
})

it('a key that is missing or shorter than 32 bytes is named', () => {
  const short = 'x'.repeat(31)
  expect(faultyKeys({ ...env, JWT_SECRET_KEY: 'x'.repeat(32) })).toEqual([])
  expect(faultyKeys({ ...env, JWT_SECRET_KEY: short })).toEqual(['JWT_SECRET_KEY'])
  expect(faultyKeys({ ...env, JWT_SECRET_KEY: undefined as never })).toEqual(['JWT_SECRET_KEY'])
  expect(faultyKeys({ ...env, JWT_SECRET_KEY_PREVIOUS: short })).toEqual([
    'JWT_SECRET_KEY_PREVIOUS',
  ])
})

it('people and sessions of tests are signed in and distinct', async () => {
  const [visitor, jane] = [await aUser(), await aFacilitator()]
  expect(visitor.email).not.toBe(jane.email)
  expect(await readAccessToken(env, jane.bearer, Date.now())).toMatchObject({
    userId: jane.userId,
    facilitatorId: jane.facilitatorId,
    role: 'facilitator',
  })
  expect(await aSession(jane)).not.toBe(await aSession(jane))
})

function forge(header: object, claims: object, secret: string = env.JWT_SECRET_KEY ?? '') {
  const content = [header, claims].map((part) => base64url(JSON.stringify(part))).join('.')
  const alg = (header as { alg: string }).alg === 'HS512' ? 'sha512' : 'sha256'
  return `${content}.${createHmac(alg, secret).update(content).digest('base64url')}`
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url')
}
