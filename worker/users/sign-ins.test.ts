import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { facilitatorInbox } from '../durable-objects'
import { DatabaseUnavailable } from '../errors'
import { aSignInOf, cheapHash, ctxOf, endsOf, userRow } from '../test/accounts'
import { ask, ORIGIN, request } from '../test/client'
import { aCtx, aFacilitator, aUser, d1Away } from '../test/factories'
import { connect } from '../test/inbox'
import { changePassword } from './change-password'
import { eraseMe } from './erase-me'
import { checkPassword } from './passwords'
import { listSignIns, revokeSignIn } from './sign-ins'

const DAY = 24 * 3_600_000
const NEW = 'still as a pond'

it('lists where one is signed in, and says which one asks', async () => {
  const ann = await aUser()
  const now = Date.now()
  const phone = await aSignInOf(ann, now - DAY)
  await aSignInOf(ann, now - 15 * DAY)
  await aSignInOf(await aUser())
  const ctx = await ctxOf(ann, { now })
  const place = { user_agent: 'a test', created_at: expect.stringMatching(/Z$/) }
  expect(await listSignIns(ctx)).toMatchObject([
    { ...place, id: ctx.identity?.signInId, current: true },
    { ...place, id: phone.signInId, current: false },
  ])
})

it('ends one of them for good, once', async () => {
  const ann = await aUser()
  const phone = await aSignInOf(ann)
  const ctx = await ctxOf(ann)
  await revokeSignIn(ctx, phone.signInId)
  expect((await listSignIns(ctx)).map(({ current }) => current)).toEqual([true])
  expect((await endsOf(ann.userId))[phone.signInId]).toBe('revoked')
  await expect(revokeSignIn(ctx, phone.signInId)).rejects.toMatchObject({ code: 'not_found' })
})

it('another’s sign-in is none', async () => {
  const [ann, ben] = [await aUser(), await aUser()]
  const { signInId } = await aSignInOf(ben)
  const path = `/api/auth/sign-ins/${signInId}`
  const { status, json } = await ask('DELETE', path, { bearer: ann.bearer })
  expect([status, json.code]).toEqual([404, 'not_found'])
  expect(await endsOf(ben.userId)).toEqual({ [signInId]: null })
  expect((await ask('DELETE', path)).status).toBe(401)
})

it.each(['one by one', 'by a new password', 'by a farewell'])(
  'the sockets of sign-ins that end close: %s',
  async (way) => {
    const jane = await aFacilitator()
    const phone = await aSignInOf(jane)
    const inbox = facilitatorInbox(env, jane.facilitatorId)
    const socket = await connect(inbox, { userId: jane.userId, signInId: phone.signInId })
    const ctx = await ctxOf(jane)
    const here = await connect(inbox, { signInId: ctx.identity?.signInId ?? '' })
    if (way === 'one by one') await revokeSignIn(ctx, phone.signInId)
    if (way === 'by a farewell') await eraseMe(ctx, undefined)
    if (way === 'by a new password') {
      await changePassword(ctx, { current_password: undefined, new_password: NEW })
    }
    expect(await socket.closed).toBe(4401)
    if (way === 'by a farewell') expect(await here.closed).toBe(4401)
    else await here.settle()
  },
)

it('a browser that ends its own sign-in keeps no cookie of it', async () => {
  const body = { name: 'Ann', email: `${crypto.randomUUID()}@example.com`, password: NEW }
  const browser = { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN }
  const registered = await request('/api/auth/register', {
    method: 'POST',
    headers: { ...browser, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const Cookie = registered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
  const [signIn] = (await ask('GET', '/api/auth/sign-ins', { headers: { Cookie } })).json
  const ended = await request(`/api/auth/sign-ins/${signIn.id}`, {
    method: 'DELETE',
    headers: { ...browser, Cookie },
  })
  expect(ended.status).toBe(200)
  expect(ended.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual([
    '__Host-access=',
    '__Host-refresh=',
  ])
})

it('a changed password ends every other sign-in', async () => {
  const ann = await aUser({ passwordHash: cheapHash('forgotten') })
  const phone = await aSignInOf(ann)
  const ctx = await ctxOf(ann)
  await changePassword(ctx, { current_password: 'forgotten', new_password: NEW })
  expect(await checkPassword(NEW, (await userRow(ann.userId)).passwordHash)).toBe(true)
  const here = ctx.identity?.signInId ?? ''
  expect(await endsOf(ann.userId)).toEqual({ [phone.signInId]: 'password', [here]: null })
})

it.each([undefined, 'wrong', ''])(
  'without the current password (%j) nothing changes',
  async (wrong) => {
    const ann = await aUser({ passwordHash: cheapHash('forgotten') })
    const phone = await aSignInOf(ann)
    const body = { current_password: wrong, new_password: NEW }
    const answer = await ask('POST', '/api/auth/change-password', { bearer: ann.bearer, body })
    expect([answer.status, answer.json.code]).toEqual([403, 'wrong_password'])
    expect(answer.json.details[0].path).toBe('current_password')
    expect(await endsOf(ann.userId)).toEqual({ [phone.signInId]: null })
  },
)

it('an account without a password gets one, and may be asked for it from then on', async () => {
  const ann = await aUser({ passwordHash: null })
  const ctx = await ctxOf(ann)
  await changePassword(ctx, { current_password: undefined, new_password: NEW })
  expect(await checkPassword(NEW, (await userRow(ann.userId)).passwordHash)).toBe(true)
  const again = changePassword(ctx, { current_password: undefined, new_password: 'another one' })
  await expect(again).rejects.toMatchObject({ code: 'wrong_password' })
})

it('of two changes at once one wins, and only its sign-in goes on', async () => {
  const ann = await aUser({ passwordHash: cheapHash('forgotten') })
  const ctxs = [await ctxOf(ann), await ctxOf(ann)]
  const change = { current_password: 'forgotten', new_password: NEW }
  const outcomes = await Promise.allSettled(ctxs.map((ctx) => changePassword(ctx, change)))
  const won = outcomes.findIndex(({ status }) => status === 'fulfilled')
  expect(outcomes[1 - won]).toMatchObject({ reason: { code: 'wrong_password' } })
  const ends = await endsOf(ann.userId)
  expect(ends[ctxs[won]?.identity?.signInId ?? '']).toBeNull()
  expect(ends[ctxs[1 - won]?.identity?.signInId ?? '']).toBe('password')
})

it('a common password is refused by name of the field', async () => {
  const { bearer } = await aUser()
  const body = { new_password: 'password123' }
  const { status, json } = await ask('POST', '/api/auth/change-password', { bearer, body })
  expect([status, json.details[0].path]).toEqual([400, 'new_password'])
})

it('with D1 away nothing has ended', async () => {
  const ann = await aUser()
  const phone = await aSignInOf(ann)
  const identity = await aSignInOf(ann)
  const ctx = aCtx({ identity, db: openDb(d1Away()) })
  await expect(revokeSignIn(ctx, phone.signInId)).rejects.toBeInstanceOf(DatabaseUnavailable)
  const change = changePassword(ctx, { current_password: undefined, new_password: NEW })
  await expect(change).rejects.toBeInstanceOf(DatabaseUnavailable)
  expect(await endsOf(ann.userId)).toEqual({ [phone.signInId]: null, [identity.signInId]: null })
})
