import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { bookings, sessions } from '../db/schema'
import worker from '../index'
import { ask, ORIGIN } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'

const visitors = (count: number) => Promise.all(Array.from({ length: count }, () => aUser()))

async function race(callers: number, seats: number) {
  const sessionId = await aSession(await aFacilitator(), { capacity: seats })
  const people = await visitors(callers)
  const answers = await Promise.all(
    people.map(({ bearer }) =>
      ask('POST', '/api/bookings', { bearer, body: { session_id: sessionId } }),
    ),
  )
  const refused = answers.filter(({ status }) => status !== 201)
  return { sessionId, sold: answers.length - refused.length, refused }
}

async function confirmedInD1(sessionId: number) {
  const rows = await openDb(env.DB).select().from(bookings).where(eq(bookings.sessionId, sessionId))
  return rows.filter(({ state }) => state === 'confirmed').length
}

it('twenty seats go to exactly twenty of two hundred', async () => {
  const { sessionId, sold, refused } = await race(200, 20)
  expect(sold).toBe(20)
  expect(refused.map(({ status, json }) => `${status} ${json.code}`)).toEqual(
    Array(180).fill('409 session_full'),
  )
  expect(await confirmedInD1(sessionId)).toBe(20)
  const [copy] = await openDb(env.DB).select().from(sessions).where(eq(sessions.id, sessionId))
  expect(copy).toMatchObject({ taken: 20, available: 0 })
})

it('the last seat goes to exactly one of thirty', async () => {
  const { sessionId, sold, refused } = await race(30, 1)
  expect(sold).toBe(1)
  expect(new Set(refused.map(({ json }) => json.code))).toEqual(new Set(['session_full']))
  expect(await confirmedInD1(sessionId)).toBe(1)
})

it('the control: the same race oversells when the decision awaits D1', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1 })
  const people = await visitors(30)
  const unprotected = {
    ...env,
    BOOKING_DESK: env.CONTROL_DESK as unknown as typeof env.BOOKING_DESK,
  }
  const answers = await Promise.all(
    people.map(({ bearer }) =>
      worker.fetch(
        new Request(`${ORIGIN}/api/bookings`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ session_id: sessionId }),
        }),
        unprotected,
        createExecutionContext(),
      ),
    ),
  )
  const sold = answers.filter(({ status }) => status === 201).length
  expect(sold).toBeGreaterThan(1)
  expect(await confirmedInD1(sessionId)).toBe(sold)
})
