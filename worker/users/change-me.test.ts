import { env } from 'cloudflare:workers'
import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { DatabaseUnavailable } from '../errors'
import { aMailbox, cheapHash, ctxOf, userRow } from '../test/accounts'
import { ask, ORIGIN, request } from '../test/client'
import { atDesk, desk } from '../test/desk'
import { aCtx, aFacilitator, aSession, aUser, d1Away } from '../test/factories'
import { changeMe } from './change-me'
import { forgotPassword } from './forgot-password'
import { resetPassword } from './reset-password'

const PASSWORD = 'still as a pond'

it('a new name is kept, and said by a token that ends no later than the one before', async () => {
  const ann = await aUser()
  const body = { name: ' Ann Bakker ', time_zone: 'europe/oslo', bio: 'not a facilitator' }
  const { status, json } = await ask('PATCH', '/api/auth/me', { bearer: ann.bearer, body })
  expect(status).toBe(200)
  const expected = {
    id: ann.userId,
    name: 'Ann Bakker',
    time_zone: 'Europe/Oslo',
    facilitator: null,
  }
  expect(json.user).toMatchObject(expected)
  const [before, after] = [decodeJwt(ann.bearer), decodeJwt(json.access_token)]
  expect(after).toMatchObject({ name: 'Ann Bakker', sub: before.sub, sid: before.sid })
  expect(after.exp).toBe(before.exp)
  const { user } = (await ask('GET', '/api/auth/me', { bearer: json.access_token })).json
  expect(user).toMatchObject(expected)
})

it('the desks of her coming sessions learn her new name, and cold ones stay cold', async () => {
  const jane = await aFacilitator()
  const [warm, cold] = [await aSession(jane), await aSession(jane)]
  await desk(warm).open()
  const ctx = await ctxOf(jane)
  await changeMe(ctx, changes({ name: 'Jane Bakker' }))
  await ctx.settled()
  const nameAt = (id: number) => atDesk(id, ({ store }) => store.getSession()?.facilitatorName)
  expect([await nameAt(warm), await nameAt(cold)]).toEqual(['Jane Bakker', undefined])
  await desk(cold).open()
  expect(await nameAt(cold)).toBe('Jane Bakker')
})

it('a browser gets its new token as a cookie, and none to read', async () => {
  const { bearer } = await aUser()
  const answer = await request('/api/auth/me', {
    method: 'PATCH',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      Origin: ORIGIN,
      'Content-Type': 'application/json',
      Cookie: `__Host-access=${bearer}`,
    },
    body: JSON.stringify({ name: 'Ann Bakker' }),
  })
  expect(await answer.json()).toEqual({ message: expect.any(String), user: expect.any(Object) })
  const [cookie, ...more] = answer.headers.getSetCookie()
  expect(more).toEqual([])
  expect(cookie).toMatch(/^__Host-access=.*HttpOnly; Secure; SameSite=Strict$/)
  expect(decodeJwt(cookie?.split(/[=;]/)[1] ?? '')).toMatchObject({ name: 'Ann Bakker' })
})

it('what is not said stays; a bio may be emptied, a name may not', async () => {
  const jane = await aFacilitator({ bio: 'Twenty years.', specialization: 'Yin' })
  const change = (body: unknown) => ask('PATCH', '/api/auth/me', { bearer: jane.bearer, body })
  expect((await change({})).json.user).toMatchObject({
    name: jane.name,
    email: jane.email,
    facilitator: { bio: 'Twenty years.', specialization: 'Yin' },
  })
  expect((await change({ bio: '', email: '' })).json.user).toMatchObject({
    email: jane.email,
    facilitator: { bio: '', specialization: 'Yin' },
  })
  const nothing = { name: null, email: null, password: null, time_zone: null }
  expect((await change({ ...nothing, specialization: null })).json.user).toMatchObject({
    name: jane.name,
    email: jane.email,
    facilitator: { bio: '', specialization: '' },
  })
  for (const name of ['', '  ', '\u200B']) {
    const { status, json } = await change({ name })
    expect([status, json.details[0].path]).toEqual([400, 'name'])
  }
})

it('another email needs the password, is unverified, and gets a letter', async () => {
  const ann = await aUser({ passwordHash: cheapHash(PASSWORD), emailVerifiedAt: 1 })
  const email = `${crypto.randomUUID()}@example.com`
  const { env, letters } = aMailbox()
  const ctx = await ctxOf(ann, { env })
  await expect(changeMe(ctx, changes({ email }))).rejects.toMatchObject({ code: 'wrong_password' })
  const wrong = changeMe(ctx, changes({ email, password: 'wrong' }))
  await expect(wrong).rejects.toMatchObject({ details: [{ path: 'password' }], status: 403 })
  expect((await userRow(ann.userId)).email).toBe(ann.email)

  const { user, proof } = await changeMe(ctx, changes({ email, password: PASSWORD }))
  await ctx.settled()
  expect(user).toMatchObject({ email, email_verified: false })
  expect(decodeJwt(proof.accessToken).email).toBe(email)
  expect(letters).toMatchObject([{ kind: 'verify_email', to: { userId: ann.userId } }])
})

it('the same email in other letters is no other email', async () => {
  const ann = await aUser({ passwordHash: cheapHash(PASSWORD), emailVerifiedAt: 1 })
  const body = { email: ann.email.toUpperCase() }
  const { json } = await ask('PATCH', '/api/auth/me', { bearer: ann.bearer, body })
  expect(json.user).toMatchObject({ email: ann.email, email_verified: true })
})

it('who signs in without a password changes the email without one', async () => {
  const ann = await aUser({ passwordHash: null })
  const email = `${crypto.randomUUID()}@example.com`
  const { user } = await changeMe(await ctxOf(ann), changes({ email }))
  expect(user).toMatchObject({ email, has_password: false })
})

it('a link that went to the email before opens the account no more', async () => {
  const ann = await aUser()
  const { env, letters } = aMailbox()
  const ctx = await ctxOf(ann, { env })
  await forgotPassword(ctx, ann.email)
  await ctx.settled()
  await changeMe(ctx, changes({ email: `${crypto.randomUUID()}@example.com` }))
  const reset = resetPassword(ctx, { token: letters[0]?.token ?? '', password: PASSWORD })
  await expect(reset).rejects.toMatchObject({ code: 'link_ended' })
})

it('an email of somebody else is taken, also for two who want it at once', async () => {
  const [ann, ben, cas] = [await aUser(), await aUser(), await aUser()]
  const taken = changeMe(await ctxOf(ann), changes({ email: ben.email }))
  await expect(taken).rejects.toMatchObject({ code: 'email_taken', details: [{ path: 'email' }] })
  const email = `${crypto.randomUUID()}@example.com`
  const both = [await ctxOf(ann), await ctxOf(cas)].map((ctx) => changeMe(ctx, changes({ email })))
  const outcomes = await Promise.allSettled(both)
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(lost.map(({ reason }) => reason.code)).toEqual(['email_taken'])
})

it('taken emails are told five times a minute and no more, and passwords guessed as seldom', async () => {
  const [ann, ben] = [await aUser(), await aUser({ passwordHash: cheapHash(PASSWORD) })]
  const on = { ...env, RATE_LIMITS: 'on' }
  const ask = async () => changeMe(await ctxOf(ann, { env: on }), changes({ email: ben.email }))
  for (let i = 0; i < 5; i++) {
    // The password's own count is another: ann has none, and is asked for none.
    await expect(ask()).rejects.toMatchObject({ code: 'email_taken' })
  }
  await expect(ask()).rejects.toMatchObject({ code: 'too_many_requests' })
  const guess = async () =>
    changeMe(await ctxOf(ben, { env: on }), changes({ email: 'x@example.com', password: 'wrong' }))
  for (let i = 0; i < 5; i++)
    await expect(guess()).rejects.toMatchObject({ code: 'wrong_password' })
  await expect(guess()).rejects.toMatchObject({ code: 'too_many_requests' })
})

it('with D1 away nothing is changed and nobody is signed out', async () => {
  const ann = await aUser()
  const ctx = await ctxOf(ann, { db: openDb(d1Away()) })
  const refused = changeMe(ctx, changes({ name: 'Ann Bakker' }))
  await expect(refused).rejects.toBeInstanceOf(DatabaseUnavailable)
  expect((await userRow(ann.userId)).name).toBe(ann.name)
})

it('strangers change nothing', async () => {
  const refused = changeMe(aCtx(), changes({ name: 'Mallory' }))
  await expect(refused).rejects.toMatchObject({ code: 'sign_in_required' })
})

function changes(said: Partial<Parameters<typeof changeMe>[1]>): Parameters<typeof changeMe>[1] {
  const nothing = { name: undefined, email: undefined, password: undefined }
  const more = { time_zone: undefined, bio: undefined, specialization: undefined }
  return { ...nothing, ...more, ...said }
}
