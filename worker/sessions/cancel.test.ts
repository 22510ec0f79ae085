import { expect, it } from 'vitest'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'

const ways = [
  ['POST', (id: number) => `/api/sessions/${id}/cancel`],
  ['DELETE', (id: number) => `/api/facilitator/sessions/${id}`],
] as const

it.each(ways)(
  '%s ends a session and its bookings, keeps the rows, and may be repeated',
  async (method, path) => {
    const jane = await aFacilitator()
    const ann = await aUser()
    const id = await aSession(jane)
    await ask('POST', '/api/bookings', { bearer: ann.bearer, body: { session_id: id } })

    const cancelled = await ask(method, path(id), {
      bearer: jane.bearer,
      body: { reason: 'I am ill' },
    })
    expect(cancelled).toMatchObject({
      status: 200,
      json: {
        message: expect.any(String),
        session: { status: 'cancelled', cancel_reason: 'I am ill', taken: 0 },
      },
    })
    const again = await ask(method, path(id), { bearer: jane.bearer })
    expect(again).toMatchObject({ status: 200, json: { session: { cancel_reason: 'I am ill' } } })

    const shown = await ask('GET', `/api/sessions/${id}`)
    expect(shown).toMatchObject({
      status: 200,
      json: { status: 'cancelled', cancel_reason: 'I am ill' },
    })
    const mine = await ask('GET', '/api/bookings/my', { bearer: ann.bearer })
    expect(mine.json).toMatchObject([
      { session: { id }, booking_status: 'cancelled', cancelled_by: 'session' },
    ])
  },
)

it.each(ways)('%s is for its own facilitator', async (method, path) => {
  const id = await aSession(await aFacilitator())
  const [mary, ann] = [await aFacilitator(), await aUser()]
  expect(await ask(method, path(id))).toMatchObject({ status: 401 })
  expect(await ask(method, path(id), { bearer: ann.bearer })).toMatchObject({ status: 403 })
  expect(await ask(method, path(id), { bearer: mary.bearer })).toMatchObject({ status: 404 })
  expect((await ask('GET', `/api/sessions/${id}`)).json.status).toBe('active')
})

it.each(ways)('%s names a reason that is too long', async (method, path) => {
  const jane = await aFacilitator()
  const id = await aSession(jane)
  const body = { reason: 'x'.repeat(501) }
  expect(await ask(method, path(id), { bearer: jane.bearer, body })).toMatchObject({
    status: 400,
    json: { details: [{ path: 'reason' }] },
  })
})
