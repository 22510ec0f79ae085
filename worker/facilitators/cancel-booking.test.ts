import { expect, it } from 'vitest'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'

async function aBooking(partySize = 1) {
  const [jane, ann] = [await aFacilitator(), await aUser({ name: 'Ann' })]
  const sessionId = await aSession(jane, { capacity: partySize })
  const { json } = await ask('POST', '/api/bookings', {
    bearer: ann.bearer,
    body: { session_id: sessionId, party_size: partySize },
  })
  const path = `/api/facilitator/bookings/${json.booking_id}/cancel`
  return { jane, ann, sessionId, id: json.booking_id, path }
}

it('a facilitator takes a seat back, and the visitor reads why', async () => {
  const { jane, ann, sessionId, id, path } = await aBooking()
  const body = { reason: 'The floor is wet.' }
  const cancelled = await ask('POST', path, { bearer: jane.bearer, body })
  expect(cancelled).toMatchObject({
    status: 200,
    json: {
      message: 'Ann’s seat is given back.',
      recorded: true,
      booking: {
        id,
        booking_status: 'cancelled',
        state: 'cancelled',
        cancelled_by: 'facilitator',
        cancel_reason: 'The floor is wet.',
        late: false,
        user: { id: ann.userId, name: 'Ann', email: ann.email },
        session: { id: sessionId, title: 'Morning Meditation', time_zone: 'Europe/Amsterdam' },
      },
    },
  })
  const [listed] = (await ask('GET', '/api/facilitator/bookings', { bearer: jane.bearer })).json
  expect(listed).toEqual(cancelled.json.booking)
  const [mine] = (await ask('GET', '/api/bookings/my', { bearer: ann.bearer })).json
  expect(mine).toMatchObject({ id, cancelled_by: 'facilitator', cancel_reason: body.reason })
})

it('a seat taken back can be booked by another', async () => {
  const { jane, sessionId, path } = await aBooking(2)
  const bob = await aUser()
  const book = () =>
    ask('POST', '/api/bookings', { bearer: bob.bearer, body: { session_id: sessionId } })
  expect(await book()).toMatchObject({ status: 409, json: { code: 'session_full' } })
  const { json } = await ask('POST', path, { bearer: jane.bearer })
  expect(json.message).toBe('Ann’s seats are given back.')
  expect(await book()).toMatchObject({ status: 201 })
})

it('asking twice is asking once', async () => {
  const { jane, path } = await aBooking()
  const first = await ask('POST', path, { bearer: jane.bearer, body: { reason: 'Ill' } })
  const second = await ask('POST', path, { bearer: jane.bearer, body: { reason: 'Other words' } })
  expect(second).toMatchObject({ status: 200, json: first.json })
})

it('a booking in another’s session is none, and a visitor has no say here', async () => {
  const { ann, path } = await aBooking()
  const mary = await aFacilitator()
  const foreign = await ask('POST', path, { bearer: mary.bearer })
  expect(foreign).toMatchObject({ status: 404, json: { code: 'not_found' } })
  const own = await ask('POST', path, { bearer: ann.bearer })
  expect(own).toMatchObject({ status: 403, json: { code: 'facilitators_only' } })
  const [mine] = (await ask('GET', '/api/bookings/my', { bearer: ann.bearer })).json
  expect(mine.booking_status).toBe('confirmed')
})
