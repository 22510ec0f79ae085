import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { ask } from '../test/client'
import { atDesk, desk } from '../test/desk'
import { aCtx, aFacilitator, aSession, aUser } from '../test/factories'
import { book } from './book'
import type { Desk } from './commands'

const HOUR = 3_600_000

/** Desks whose first answer gets lost on its way back. */
function desksLosingAnAnswer(): typeof env.BOOKING_DESK {
  let lost = false
  const getByName = (name: string) => {
    const book: Desk['book'] = async (command) => {
      const answer = await desk(Number(name)).book(command)
      if (lost) return answer
      lost = true
      throw Object.assign(new Error('Network connection lost.'), { retryable: true })
    }
    return { book }
  }
  return { getByName } as unknown as typeof env.BOOKING_DESK
}

async function anIdentity() {
  const { userId, name, email } = await aUser()
  const expiresAt = Date.now() + HOUR
  return {
    userId,
    name,
    email,
    expiresAt,
    signInId: 'x',
    role: 'user' as const,
    facilitatorId: null,
  }
}

it('whose answer was lost is told of the seat they got, also without a key', async () => {
  const sessionId = await aSession(await aFacilitator())
  const identity = await anIdentity()
  const ctx = aCtx({ identity, env: { ...env, BOOKING_DESK: desksLosingAnAnswer() } })
  const asked = { sessionId, partySize: 1, names: [], notes: undefined, key: undefined }
  expect(await book(ctx, asked)).toMatchObject({
    kind: 'booked',
    booking: { userId: identity.userId },
  })
  expect(await atDesk(sessionId, ({ store }) => store.listConfirmed().length)).toBe(1)
})

it('the key of a seat that was given back is not told that there is one', async () => {
  const sessionId = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  const asked = { bearer, body: { session_id: sessionId }, headers: { 'Idempotency-Key': 'k' } }
  const first = await ask('POST', '/api/bookings', asked)
  expect(first.json.message).toBe('You have a seat.')
  await ask('POST', `/api/bookings/${first.json.booking_id}/cancel`, { bearer, body: {} })
  const again = await ask('POST', '/api/bookings', asked)
  expect(again).toMatchObject({ status: 201, json: { booking: { state: 'cancelled' } } })
  expect(again.json.message).toBe('This booking has ended since.')
})

it('more names than seats are refused, and the field is named', async () => {
  const sessionId = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  const body = { session_id: sessionId, party_size: 2, names: ['Ann', 'Ben', 'Cem'] }
  const { status, json } = await ask('POST', '/api/bookings', { bearer, body })
  expect([status, json.details]).toEqual([
    400,
    [{ path: 'names', message: 'No more names than seats.' }],
  ])
})
