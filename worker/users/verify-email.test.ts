import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { DatabaseUnavailable } from '../errors'
import { aMailbox, ctxOf, userRow } from '../test/accounts'
import { ask } from '../test/client'
import { aCtx, aUser, d1Away } from '../test/factories'
import { MAIL_TOKEN_LIFE_MS } from './mail-tokens'
import { register } from './register'
import { sendVerification, verifyEmail } from './verify-email'

const CLIENT = { carrier: 'body', userAgent: 'a test' } as const
const ENDED = { code: 'link_ended', status: 409 }

it('who registers gets a letter, and is verified by its link once', async () => {
  const { env, letters } = aMailbox()
  const ctx = aCtx({ env })
  const email = `${crypto.randomUUID()}@example.com`
  const words = { name: 'Ann', password: 'still as a pond', role: 'user' as const }
  const rest = { bio: undefined, specialization: undefined, time_zone: 'UTC' }
  const { user } = await register(ctx, { ...words, ...rest, email }, CLIENT)
  await ctx.settled()
  expect(letters).toMatchObject([{ kind: 'verify_email', to: { userId: user.id } }])
  expect((await userRow(user.id)).emailVerifiedAt).toBeNull()
  const token = letters[0]?.token ?? ''
  await verifyEmail(ctx, token)
  expect((await userRow(user.id)).emailVerifiedAt).toBe(ctx.now)
  await expect(verifyEmail(ctx, token)).rejects.toMatchObject(ENDED)
})

it('the link is good for a day', async () => {
  const { token, ctx } = await aLetter()
  const late = aCtx({ now: ctx.now + MAIL_TOKEN_LIFE_MS.verify_email })
  await expect(verifyEmail(late, token)).rejects.toMatchObject(ENDED)
  await verifyEmail(aCtx({ now: ctx.now + MAIL_TOKEN_LIFE_MS.verify_email - 1 }), token)
})

it('with D1 away it is not known whether the link is good', async () => {
  const { token, ctx } = await aLetter()
  const refused = verifyEmail(aCtx({ db: openDb(d1Away()) }), token)
  await expect(refused).rejects.toBeInstanceOf(DatabaseUnavailable)
  await verifyEmail(ctx, token)
})

it('who lost the letter gets another, three in a quarter of an hour', async () => {
  const { env, letters } = aMailbox()
  const ann = await aUser()
  const ctx = await ctxOf(ann, { env: { ...env, RATE_LIMITS: 'on' } })
  for (let i = 0; i < 3; i++) expect(await sendVerification(ctx)).toBe(true)
  await expect(sendVerification(ctx)).rejects.toMatchObject({ code: 'too_many_requests' })
  expect(letters).toHaveLength(3)
})

it('nobody needs a letter who is verified, has no email, or asks a site without mail', async () => {
  const { env, letters } = aMailbox()
  const verified = await aUser({ emailVerifiedAt: 1 })
  expect(await sendVerification(await ctxOf(verified, { env }))).toBe(false)
  const walkedIn = await aUser({ email: null })
  expect(await sendVerification(await ctxOf(walkedIn, { env }))).toBe(false)
  expect(letters).toEqual([])
  const { bearer } = await aUser()
  const { status, json } = await ask('POST', '/api/auth/verify-email/send', { bearer })
  expect([status, json.code]).toEqual([409, 'mail_off'])
})

it('an unverified email keeps nobody from anything, and is said to be one', async () => {
  const { bearer } = await aUser()
  const { json } = await ask('GET', '/api/auth/me', { bearer })
  expect(json.user).toMatchObject({ email_verified: false, has_password: false })
  const unknown = await ask('POST', '/api/auth/verify-email', { body: { token: 'no such token' } })
  expect([unknown.status, unknown.json.code]).toEqual([409, 'link_ended'])
})

async function aLetter() {
  const { env, letters } = aMailbox()
  const ctx = await ctxOf(await aUser(), { env })
  await sendVerification(ctx)
  return { token: letters[0]?.token ?? '', ctx }
}
