import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { mailTokens } from '../db/schema'
import { DatabaseUnavailable } from '../errors'
import { aMailbox, aSignInOf, cheapHash, endsOf, userRow } from '../test/accounts'
import { ask, request, requestWith } from '../test/client'
import { aCtx, aUser, d1Away } from '../test/factories'
import { forgotPassword } from './forgot-password'
import { MAIL_TOKEN_LIFE_MS } from './mail-tokens'
import { checkPassword } from './passwords'
import { resetPassword } from './reset-password'

const NEW = 'still as a pond'
const ENDED = { code: 'link_ended', status: 409 }

it('the link in the letter sets the password, verifies the email and ends all sign-ins', async () => {
  const ann = await aUser({ passwordHash: cheapHash('forgotten') })
  const { signInId } = await aSignInOf(ann)
  const { token, ctx } = await aLinkFor(ann)
  await resetPassword(ctx, { token, password: NEW })
  const row = await userRow(ann.userId)
  expect(await checkPassword(NEW, row.passwordHash)).toBe(true)
  expect(row.emailVerifiedAt).toBe(ctx.now)
  expect(await endsOf(ann.userId)).toEqual({ [signInId]: 'password' })
})

it('who never had a password gets one by it: guests, and who came by Google', async () => {
  const guest = await aUser({ passwordHash: null })
  const { token } = await aLinkFor(guest)
  await resetPassword(aCtx(), { token, password: NEW })
  expect((await userRow(guest.userId)).passwordHash).toMatch(/^\$scrypt\$/)
})

it('of two at once with the same link exactly one wins', async () => {
  const ann = await aUser()
  const { token } = await aLinkFor(ann)
  const passwords = ['still as a pond', 'still as a lake']
  const outcomes = await Promise.allSettled(
    passwords.map((password) => resetPassword(aCtx(), { token, password })),
  )
  const won = outcomes.findIndex(({ status }) => status === 'fulfilled')
  const lost = outcomes[1 - won]
  expect(lost?.status === 'rejected' && lost.reason).toMatchObject(ENDED)
  const { passwordHash } = await userRow(ann.userId)
  expect(await checkPassword(passwords[won] ?? '', passwordHash)).toBe(true)
})

it('a link is good once, for an hour, and takes the other links along', async () => {
  const ann = await aUser()
  const first = await aLinkFor(ann)
  const second = await aLinkFor(ann)
  const late = aCtx({ now: first.ctx.now + MAIL_TOKEN_LIFE_MS.reset_password })
  await expect(resetPassword(late, { token: first.token, password: NEW })).rejects.toMatchObject(
    ENDED,
  )
  await resetPassword(aCtx(), { token: first.token, password: NEW })
  for (const { token } of [first, second]) {
    await expect(resetPassword(aCtx(), { token, password: NEW })).rejects.toMatchObject(ENDED)
  }
})

it('D1 holds no token, and a letter to verify an email resets nothing', async () => {
  const ann = await aUser()
  const { token, ctx } = await aLinkFor(ann)
  const db = openDb(env.DB)
  expect(JSON.stringify(await db.select().from(mailTokens))).not.toContain(token)
  await db.update(mailTokens).set({ kind: 'verify_email' }).where(eq(mailTokens.userId, ann.userId))
  await expect(resetPassword(ctx, { token, password: NEW })).rejects.toMatchObject(ENDED)
})

it('with D1 away it is not known whether the link is good, and nothing has changed', async () => {
  const ann = await aUser()
  const { token } = await aLinkFor(ann)
  const away = aCtx({ db: openDb(d1Away()) })
  const refused = resetPassword(away, { token, password: NEW })
  await expect(refused).rejects.toMatchObject({ cause: expect.any(DatabaseUnavailable) })
  expect((await userRow(ann.userId)).passwordHash).toBeNull()
  await resetPassword(aCtx(), { token, password: NEW })
})

it('known and unknown emails are answered alike, and before a letter is written', async () => {
  const ann = await aUser()
  const answers = []
  for (const email of [ann.email, 'nobody@example.com', ann.email.toUpperCase()]) {
    const { settings } = aMailbox()
    const answer = await requestWith(settings, '/api/auth/forgot-password', posted({ email }))
    const { status, headers } = answer
    answers.push([status, await answer.text(), headers.get('Cache-Control')])
  }
  expect(answers[0]).toEqual([200, expect.stringContaining('If there is an account'), 'no-store'])
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])

  const { env, letters } = aMailbox()
  const ctx = aCtx({ env })
  await forgotPassword(ctx, ann.email)
  expect(letters).toEqual([])
  await ctx.settled()
  expect(letters).toMatchObject([{ kind: 'reset_password', to: { userId: ann.userId } }])
})

it('a third letter in a quarter of an hour is the last, known or not', async () => {
  const ann = await aUser()
  for (const email of [ann.email, `${crypto.randomUUID()}@example.com`]) {
    const { env } = aMailbox()
    const now = Date.now()
    const forgot = (at: number) =>
      forgotPassword(aCtx({ env: { ...env, RATE_LIMITS: 'on' }, now: at }), email)
    for (let i = 0; i < 3; i++) await forgot(now)
    await expect(forgot(now)).rejects.toMatchObject({ extra: { retry_after_s: 900 } })
    await forgot(now + 900_000)
  }
})

it('a site without mail says whom to write to, whoever asks', async () => {
  for (const email of [(await aUser()).email, 'nobody@example.com']) {
    const { status, json } = await ask('POST', '/api/auth/forgot-password', { body: { email } })
    expect([status, json.code]).toEqual([409, 'mail_off'])
    expect(json.error).toContain('hello@example.com')
  }
})

it.each([
  ['token', {}],
  ['token', { token: 7 }],
  ['password', { token: 'x', password: 'short' }],
  ['password', { token: 'x', password: 'password123' }],
])('names the field %s when it is wrong (%#)', async (path, wrong) => {
  const body = { password: NEW, ...wrong }
  const { status, json } = await ask('POST', '/api/auth/reset-password', { body })
  expect([status, json.details[0].path]).toEqual([400, path])
})

it('a browser that resets the password keeps no cookie of who was signed in', async () => {
  const { token } = await aLinkFor(await aUser())
  const { headers, ...rest } = posted({ token, password: NEW })
  const fromPage = { ...headers, 'Sec-Fetch-Site': 'same-origin' }
  const answer = await request('/api/auth/reset-password', { ...rest, headers: fromPage })
  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual([
    '__Host-access=',
    '__Host-refresh=',
  ])
})

it('no link is followed by opening it', async () => {
  for (const path of ['reset-password', 'forgot-password', 'verify-email', 'change-password']) {
    const { status, headers } = await ask('GET', `/api/auth/${path}`)
    expect([path, status, headers.get('Allow')]).toEqual([path, 405, 'POST'])
  }
})

async function aLinkFor({ email }: { email: string }) {
  const { env, letters } = aMailbox()
  const ctx = aCtx({ env })
  await forgotPassword(ctx, email)
  await ctx.settled()
  const [letter] = letters
  if (!letter) throw new Error('No letter was written')
  return { token: letter.token, ctx }
}

function posted(body: unknown): RequestInit {
  const headers = { 'Content-Type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}
