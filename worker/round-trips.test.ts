import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDb } from './db/client'
import { users } from './db/schema'
import { CALLS, type Call, methodOf, pathOf } from './test/calls'
import { atDesk } from './test/desk'
import { aSession, aUser } from './test/factories'
import { faultyD1 } from './test/faults'
import { type Actor, aSignInOf, aWorld, google, PASSWORD, send, type World } from './test/world'

/** Each costs a way to the primary and back, which may be on another continent. */
const ROUND_TRIPS_MAX = 2
/** Long enough that what runs side by side is seen to, on a busy machine too. */
const DELAY_MS = 30

/** Whoever asks last may end what the others ask for. */
const ASKING: Actor[] = ['CRM', 'other user', 'facilitator', 'user']

beforeAll(() => vi.stubGlobal('fetch', google.fetch))
afterAll(() => vi.unstubAllGlobals())

describe('nobody waits for D1 more than twice in a row:', () => {
  it.each(Object.entries(CALLS))('%s', async (sample, sampleOf) => {
    const world = await aWorld()
    const counted = await counter(world)
    const call = await sampleOf(world)
    const asked = []
    for (const actor of ASKING) asked.push(await counted(actor, sample, call))
    expect(asked.filter(({ chained }) => chained > ROUND_TRIPS_MAX)).toEqual([])
    // What was refused shows nothing of what it costs to grant it.
    expect(asked.some(({ status }) => status < 400)).toBe(true)
  })

  it.each(LONGER_WAYS())('%s', async (sample, actor, callOf) => {
    const world = await aWorld()
    const call = await callOf(world)
    const { status, chained } = await (await counter(world))(actor, sample, call)
    expect(chained).toBeLessThanOrEqual(ROUND_TRIPS_MAX)
    expect(status).toBeLessThan(sample.includes('spent') ? 402 : 400)
  })
})

it('the control: calls in a row are counted, those side by side as one', async () => {
  const d1 = faultyD1(env.DB)
  d1.delayMs = DELAY_MS
  const ask = () => d1.database.prepare('SELECT 1').all()
  await Promise.all([ask(), ask()])
  await ask()
  await d1.database.batch([d1.database.prepare('SELECT 1'), d1.database.prepare('SELECT 2')])
  expect([d1.calls, d1.chained]).toEqual([4, 3])
})

/** What the sample of a route is too short a way for. */
function LONGER_WAYS(): [string, Actor, (world: World) => Call | Promise<Call>][] {
  return [
    [
      'PATCH /api/auth/me (another email)',
      'user',
      () => ({ body: { email: `${crypto.randomUUID()}@example.com`, password: PASSWORD } }),
    ],
    ['PATCH /api/auth/me (a facilitator)', 'facilitator', () => ({ body: { name: 'Jane' } })],
    ['POST /api/auth/me/teach (again)', 'facilitator', () => ({ body: {} })],
    [
      'DELETE /api/auth/me (a facilitator with sessions to come)',
      'other facilitator',
      async ({ mary }) => {
        for (const id of [await aSession(mary), await aSession(mary)]) {
          await atDesk(id, (desk) => desk.open())
        }
        return { body: {} }
      },
    ],
    [
      'POST /api/auth/register (a facilitator)',
      'nobody',
      () => ({
        body: {
          name: 'Dora',
          email: `${crypto.randomUUID()}@example.com`,
          password: PASSWORD,
          role: 'facilitator',
        },
      }),
    ],
    [
      'POST /api/auth/logout (by its refresh token)',
      'nobody',
      async ({ jane }) => ({ body: { refresh_token: (await aSignInOf(jane)).refreshToken } }),
    ],
    [
      'POST /api/auth/refresh (spent long ago)',
      'nobody',
      async (world) => {
        const { refreshToken } = await aSignInOf(world.jane)
        let next = refreshToken
        for (let i = 0; i < 2; i++) {
          const body = { refresh_token: next }
          const answer = await send(world, 'nobody', 'POST', '/api/auth/refresh', { body })
          next = (await answer.json<{ refresh_token: string }>()).refresh_token
        }
        return { body: { refresh_token: refreshToken } }
      },
    ],
    ['GET /api/auth/google/callback (for the first time)', 'nobody', (world) => cameBack(world)],
    [
      'GET /api/auth/google/callback (again)',
      'nobody',
      async (world) => {
        const sub = crypto.randomUUID()
        const { query = '', headers } = await cameBack(world, { sub })
        await send(world, 'nobody', 'GET', `/api/auth/google/callback${query}`, { headers })
        return cameBack(world, { sub })
      },
    ],
    [
      'GET /api/auth/google/callback (an account with this email)',
      'nobody',
      async (world) => {
        const { userId, email } = await aUser()
        const proved = { emailVerifiedAt: 1 }
        await openDb(env.DB).update(users).set(proved).where(eq(users.id, userId))
        return cameBack(world, { email })
      },
    ],
    [
      'PUT /api/sessions/:id (published)',
      'facilitator',
      ({ draftId }) => ({ id: draftId, body: { status: 'active', title: 'At dawn' } }),
    ],
  ]
}

/** What a browser brings back from Google. */
async function cameBack(world: World, who: Record<string, string> = {}): Promise<Call> {
  const start = await send(world, 'nobody', 'GET', '/api/auth/google/start')
  const query = await google.consent(start.headers.get('Location') ?? '', (nonce) =>
    google.sign(google.claims({ nonce, ...who })),
  )
  const [cookie = ''] = start.headers.getSetCookie()
  return { query, headers: { Cookie: cookie.slice(0, cookie.indexOf(';')) } }
}

/**
 * Asks as somebody of a world, and counts until there is an answer: the round trips of the Worker
 * and those of the desks it waits for.
 */
async function counter(world: World) {
  const d1 = faultyD1(env.DB)
  for (const id of [world.sessionId, world.unbookedId, world.draftId]) {
    await atDesk(id, (desk) => {
      desk.d1 = d1.database
    })
  }
  d1.delayMs = DELAY_MS
  return async (actor: Actor, sample: string, call: Call) => {
    d1.chained = 0
    let chained = 0
    const answered = () => {
      chained = d1.chained
    }
    const settings = { DB: d1.database }
    const sent = { ...call, settings, answered }
    const answer = await send(world, actor, methodOf(sample), pathOf(sample, call), sent)
    answer.webSocket?.accept()
    answer.webSocket?.close()
    await answer.body?.cancel()
    return { actor, status: answer.status, chained }
  }
}
