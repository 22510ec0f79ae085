import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { signIns } from '../db/schema'
import { facilitatorInbox } from '../durable-objects'
import { DatabaseUnavailable } from '../errors'
import { ask, request } from '../test/client'
import { aCtx, aFacilitator, aUser, d1Away } from '../test/factories'
import { newSignIn } from './grant'
import { refresh } from './refresh'
import { hashOf, newRefreshToken, signInIdOf } from './refresh-tokens'
import { readAccessToken } from './tokens'

const NOW = Date.now()
const SECOND_MS = 1_000
const DAY_MS = 86_400_000

it('twenty who show the same token at once get the same one successor', async () => {
  const token = await aToken()
  const granted = await Promise.all(
    Array.from({ length: 20 }, () => refresh(aCtx({ now: NOW }), token, 'body')),
  )
  const successors = new Set(granted.map(({ refreshToken }) => refreshToken))
  expect(successors.size).toBe(1)
  expect(successors.has(token)).toBe(false)
  const [successor = ''] = successors
  expect(await at(NOW + 60 * SECOND_MS, successor)).not.toBe(successor)
})

it('the token before is answered the same successor for ten seconds', async () => {
  const token = await aToken()
  const successor = await at(NOW, token)
  expect(await at(NOW + 10 * SECOND_MS, token)).toBe(successor)
})

it('after ten seconds it is in two hands: the sign-in ends, for the successor too', async () => {
  const token = await aToken()
  const successor = await at(NOW, token)
  await expect(at(NOW + 10 * SECOND_MS + 1, token)).rejects.toMatchObject({ code: 'sign_in_ended' })
  await expect(at(NOW + 11 * SECOND_MS, successor)).rejects.toMatchObject({ code: 'sign_in_ended' })
  expect(await rowOf(token)).toMatchObject({ endReason: 'reuse' })
})

it('a token from before the last rotation ends the sign-in at any time', async () => {
  const token = await aToken()
  const last = await at(NOW + SECOND_MS, await at(NOW, token))
  await expect(at(NOW + SECOND_MS, token)).rejects.toMatchObject({ code: 'sign_in_ended' })
  await expect(at(NOW + SECOND_MS, last)).rejects.toMatchObject({ code: 'sign_in_ended' })
})

it('reuse closes the sockets of the sign-in and no others', async () => {
  const jane = await aFacilitator()
  const token = await aToken(jane.userId)
  const successor = await at(NOW, token)
  const access = (await refresh(aCtx({ now: NOW }), token, 'body')).accessToken
  const theirs = await openSocket(access)
  const others = await openSocket(jane.bearer)
  const closed = new Promise<CloseEvent>((resolve) => theirs.addEventListener('close', resolve))

  const ctx = aCtx({ now: NOW + 60 * SECOND_MS })
  await expect(refresh(ctx, token, 'body')).rejects.toMatchObject({ code: 'sign_in_ended' })
  await ctx.settled()
  expect((await closed).code).toBe(4401)
  const open = await runInDurableObject(facilitatorInbox(env, jane.facilitatorId), (_, state) =>
    state.getWebSockets().filter((socket) => socket.readyState === WebSocket.OPEN),
  )
  expect(open).toHaveLength(1)
  others.close()
  expect(successor).not.toBe(token)
})

it('a sign-in that nobody used for 14 days is over', async () => {
  const token = await aToken()
  await expect(at(NOW + 14 * DAY_MS, token)).rejects.toMatchObject({ code: 'sign_in_ended' })
  expect(await at(NOW + 14 * DAY_MS - 1, token)).toBeTruthy()
})

it('a sign-in that is used daily is over after 30 days, and no token of it lives longer', async () => {
  let token = await aToken()
  for (let day = 1; day < 30; day += 1) token = await at(NOW + day * DAY_MS, token)
  const ctx = aCtx({ now: NOW + 30 * DAY_MS - 5 * SECOND_MS })
  const last = await refresh(ctx, token, 'cookie')
  expect([last.accessLifeMs, last.refreshLifeMs]).toEqual([5 * SECOND_MS, 5 * SECOND_MS])
  await expect(at(NOW + 30 * DAY_MS, last.refreshToken)).rejects.toMatchObject({
    code: 'sign_in_ended',
  })
})

it('claims are read anew, so a changed name travels with the next token', async () => {
  const { userId } = await aUser({ name: 'Ann Before' })
  const token = await aToken(userId)
  await env.DB.prepare('update users set name = ? where id = ?').bind('Ann After', userId).run()
  const { accessToken } = await refresh(aCtx({ now: NOW }), token, 'body')
  expect(await readAccessToken(env, accessToken, NOW)).toMatchObject({ name: 'Ann After', userId })
})

it('a token that was never one of ours ends nothing', async () => {
  for (const token of ['', '.', 'nonsense', newRefreshToken(crypto.randomUUID())]) {
    await expect(at(NOW, token)).rejects.toMatchObject({ code: 'sign_in_ended' })
  }
})

it('D1 keeps hashes only', async () => {
  const token = await aToken()
  const successor = await at(NOW, token)
  const kept = JSON.stringify(await rowOf(token))
  expect(kept).toContain(hashOf(token))
  for (const secret of [token, successor]) expect(kept).not.toContain(secret.split('.')[1])
})

it('with D1 away a refresh is no sign-out: 503, and the cookies stay', async () => {
  const token = await aToken()
  const away = refresh(aCtx({ db: openDb(d1Away()) }), token, 'cookie')
  await expect(away).rejects.toBeInstanceOf(DatabaseUnavailable)
  expect(await at(NOW, token)).toBeTruthy()
})

it('a client is told so by its status', async () => {
  const { status, json } = await ask('POST', '/api/auth/refresh', {
    body: { refresh_token: 'none.such' },
  })
  expect([status, json.code]).toEqual([401, 'sign_in_ended'])
})

/** Signs somebody in at NOW, without a password. */
async function aToken(userId?: number): Promise<string> {
  const { row, refreshToken } = newSignIn(NOW, { carrier: 'body', userAgent: 'a test' })
  const owner = userId ?? (await aUser()).userId
  await openDb(env.DB)
    .insert(signIns)
    .values({ ...row, userId: owner })
  return refreshToken
}

async function at(now: number, token: string): Promise<string> {
  return (await refresh(aCtx({ now }), token, 'body')).refreshToken
}

async function rowOf(token: string) {
  const id = signInIdOf(token)
  const [row] = await openDb(env.DB).select().from(signIns).where(eq(signIns.id, id))
  return row
}

async function openSocket(bearer: string): Promise<WebSocket> {
  const answer = await request('/api/notifications/socket', {
    headers: { Upgrade: 'websocket', Authorization: `Bearer ${bearer}` },
  })
  if (!answer.webSocket) throw new Error(`no socket: ${answer.status} ${await answer.text()}`)
  answer.webSocket.accept()
  return answer.webSocket
}
