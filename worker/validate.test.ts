import { expect, it } from 'vitest'
import { ask } from './test/client'
import { aFacilitator, aSession, aUser } from './test/factories'
import { neededText } from './validate'

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

it.each([
  '',
  ' \t\n',
  '\u00A0',
  '\u200B',
  '\uFEFF\u2060',
  '\u202E',
  '\u3164',
  '\u2800',
  '\u0007',
  '\u{E0041}',
])('%j shows nothing, so it is no text', (nothing) => {
  expect(neededText(10).safeParse(nothing).error?.issues[0]?.message).toBe('This is needed.')
})

it.each([
  [' Ann ', 'Ann'],
  // Joined by a character of no width, as they are meant to be.
  ['\u{1F469}\u200D\u{1F3EB}', '\u{1F469}\u200D\u{1F3EB}'],
  ['\u0645\u06CC\u200C\u062E', '\u0645\u06CC\u200C\u062E'],
])('%j is kept as %j', (typed, kept) => {
  expect(neededText(10).parse(typed)).toBe(kept)
})
