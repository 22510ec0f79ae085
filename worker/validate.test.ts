import { expect, it } from 'vitest'
import { ask } from './test/client'
import { aFacilitator, aSession, aUser } from './test/factories'

it('what was left empty is as if it had not been sent', async () => {
  const session_id = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  const body = { session_id, party_size: '', names: null, notes: '' }
  const { status, json } = await ask('POST', '/api/bookings', { bearer, body })
  expect(status).toBe(201)
  expect(json.booking).toMatchObject({ party_size: 1, names: [], notes: '' })
})

it.each([
  [[], 'body: An object is expected here.'],
  [null, 'body: An object is expected here.'],
  [{ session_id: 1, names: 'Ann' }, 'names: A list is expected here.'],
  [{ session_id: 1, party_size: 'two' }, 'party_size: How many seats, a whole number.'],
])('a body of %j is refused in words for people', async (body, error) => {
  const { bearer } = await aUser()
  const { status, json } = await ask('POST', '/api/bookings', { bearer, body })
  expect([status, json.error]).toEqual([400, error])
})
