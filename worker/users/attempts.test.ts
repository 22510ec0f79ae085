import { env } from 'cloudflare:workers'
import { between } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { attempts, users } from '../db/schema'
import { DatabaseUnavailable } from '../errors'
import { cheapHash } from '../test/accounts'
import { requestWith } from '../test/client'
import { aCtx, aUser, d1Away } from '../test/factories'
import { tryOn } from './attempts'
import { forgetExpired } from './forget-expired'
import type { checkPassword } from './passwords'
import { register } from './register'
import { signIn } from './sign-in'

const ON = { ...env, RATE_LIMITS: 'on' }
const CLIENT = { carrier: 'body', userAgent: 'a test' } as const
const TOO_MANY = { code: 'too_many_requests', status: 429 }

it('of thirty tries at once exactly five get through', async () => {
  const whose = anEmail()
  const tries = Array.from({ length: 30 }, () => tryAt(Date.now(), whose))
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(TOO_MANY)
  }
})

it('any minute has five tries, wherever it begins, and says how long to wait', async () => {
  const whose = anEmail()
  for (const second of [0, 10, 20, 30, 40]) await tryAt(second * 1000, whose)
  await expect(tryAt(45_000, whose)).rejects.toMatchObject({ extra: { retry_after_s: 15 } })
  await expect(tryAt(59_999, whose)).rejects.toMatchObject({ extra: { retry_after_s: 1 } })
  // What was refused counted for nothing: the first of the five is over, and one more may come.
  await tryAt(60_000, whose)
  await expect(tryAt(60_001, whose)).rejects.toMatchObject({ extra: { retry_after_s: 10 } })
})

it('one account’s tries are not another’s, and one kind’s not another’s', async () => {
  const whose = anEmail()
  for (let i = 0; i < 5; i++) await tryAt(0, whose)
  await tryAt(0, anEmail())
  await tryOn(aCtx({ env: ON, now: 0 }), 'reset', whose, nothing())
  await expect(tryAt(0, whose)).rejects.toMatchObject(TOO_MANY)
})

it('nobody’s email is kept, and tries that count no longer are forgotten', async () => {
  const whose = anEmail()
  const db = openDb(env.DB)
  const kept = () =>
    db
      .select()
      .from(attempts)
      .where(between(attempts.at, 7_000_000, 8_000_000))
  await tryAt(7_000_000, whose)
  expect(JSON.stringify(await kept())).not.toContain(whose)
  await tryAt(7_030_000, whose)
  await forgetExpired(db, 7_060_000)
  expect((await kept()).map(({ at }) => at)).toEqual([7_030_000])
})

it('the limit is off on a laptop that says so, and nowhere else', async () => {
  const whose = anEmail()
  const off = { ...env, RATE_LIMITS: 'off' }
  for (let i = 0; i < 6; i++) await tryOn(aCtx({ env: off }), 'sign_in', whose, nothing())
  const deployed = { ...off, LOCAL: undefined as never }
  for (let i = 0; i < 5; i++) await tryOn(aCtx({ env: deployed }), 'sign_in', whose, nothing())
  const sixth = tryOn(aCtx({ env: deployed }), 'sign_in', whose, nothing())
  await expect(sixth).rejects.toMatchObject(TOO_MANY)
})

it('with D1 away nobody gets through uncounted', async () => {
  const ctx = aCtx({ env: ON, db: openDb(d1Away()) })
  const refused = tryOn(ctx, 'sign_in', anEmail(), nothing())
  await expect(refused).rejects.toBeInstanceOf(DatabaseUnavailable)
})

it.each(['a known email', 'an unknown email'])(
  'the sixth wrong password for %s is refused before anything is hashed',
  async (whose) => {
    const known = await aUser({ passwordHash: cheapHash('still as a pond') })
    const email = whose === 'a known email' ? known.email : anEmail()
    let hashed = 0
    const counting: typeof checkPassword = async () => {
      hashed += 1
      return false
    }
    const attempt = () => signIn(aCtx({ env: ON }), { email, password: 'wrong' }, CLIENT, counting)
    for (let i = 0; i < 5; i++) {
      await expect(attempt()).rejects.toMatchObject({ code: 'wrong_credentials' })
    }
    await expect(attempt()).rejects.toMatchObject(TOO_MANY)
    expect(hashed).toBe(5)
  },
)

it('who gets the password right starts anew', async () => {
  const { email } = await aUser({ passwordHash: cheapHash('still as a pond') })
  const right: typeof checkPassword = async (password) => password === 'still as a pond'
  const attempt = (password: string) =>
    signIn(aCtx({ env: ON }), { email, password }, CLIENT, right)
  for (let i = 0; i < 4; i++) await expect(attempt('wrong')).rejects.toThrow()
  await attempt('still as a pond')
  for (let i = 0; i < 5; i++) {
    await expect(attempt('wrong')).rejects.toMatchObject({ code: 'wrong_credentials' })
  }
})

it('the answer is 429 and says when to come back', async () => {
  const body = JSON.stringify({ email: anEmail(), password: 'wrong' })
  const headers = { 'Content-Type': 'application/json' }
  const init = { method: 'POST', headers, body }
  const ask = () => requestWith({ RATE_LIMITS: 'on' }, '/api/auth/login', init)
  for (let i = 0; i < 5; i++) expect((await ask()).status).toBe(401)
  const refused = await ask()
  expect(refused.status).toBe(429)
  const waitS = Number(refused.headers.get('Retry-After'))
  expect(waitS).toBeGreaterThan(30)
  expect(waitS).toBeLessThanOrEqual(60)
  const json = await refused.json<{ error: string }>()
  expect(json).toMatchObject({ code: 'too_many_requests', retry_after_s: waitS })
  expect(json.error).toContain('then try again')
})

it('a taken email is told five times a minute, without hashing, and then no more', async () => {
  const { email } = await aUser()
  const attempt = () =>
    register(
      aCtx({ env: ON }),
      {
        ...{ name: 'Ann', email, password: 'still as a pond', role: 'user' as const },
        ...{ bio: undefined, specialization: undefined, time_zone: 'UTC' },
      },
      CLIENT,
    )
  for (let i = 0; i < 5; i++) await expect(attempt()).rejects.toMatchObject({ code: 'email_taken' })
  await expect(attempt()).rejects.toMatchObject(TOO_MANY)
})

function tryAt(now: number, whose: string) {
  return tryOn(aCtx({ env: ON, now }), 'sign_in', whose, nothing())
}

function nothing() {
  return openDb(env.DB).select({ id: users.id }).from(users).limit(1)
}

function anEmail(): string {
  return `${crypto.randomUUID()}@example.com`
}
