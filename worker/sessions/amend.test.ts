import { describe, expect, it } from 'vitest'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { inAYear } from '../test/new-sessions'

const HOUR_MS = 3_600_000

const amend = (bearer: string, id: number, body: unknown) =>
  ask('PUT', `/api/sessions/${id}`, { bearer, body })
const publish = (bearer: string, id: number) =>
  ask('POST', `/api/sessions/${id}/publish`, { bearer })

async function janeWith(overrides: Parameters<typeof aSession>[1] = {}) {
  const jane = await aFacilitator()
  return { ...jane, id: await aSession(jane, overrides) }
}

describe('changing a session', () => {
  it('changes what was sent and leaves the rest', async () => {
    const { bearer, id } = await janeWith({ placeName: 'The Barn', arrivalNote: 'Ring twice' })
    const before = (await ask('GET', `/api/sessions/${id}`, { bearer })).json
    const changed = await amend(bearer, id, { title: 'Evening Sitting', price: 12.5 })
    expect(changed).toMatchObject({
      status: 200,
      json: {
        message: 'Changes saved.',
        session_id: id,
        session: {
          title: 'Evening Sitting',
          price: 12.5,
          place_name: 'The Barn',
          arrival_note: 'Ring twice',
          start_time: before.start_time,
          capacity: 10,
        },
      },
    })
    expect(changed.json).not.toHaveProperty('warnings')
    const after = (await ask('GET', `/api/sessions/${id}`, { bearer })).json
    expect(after).toMatchObject({ title: 'Evening Sitting', exact: true })
  })

  it('"" and null empty what may be empty', async () => {
    const { bearer, id } = await janeWith({ placeName: 'The Barn', paymentNote: 'Cash' })
    const { json } = await amend(bearer, id, {
      place_name: '',
      payment_note: null,
      description: '',
    })
    expect(json.session).toMatchObject({ place_name: null, payment_note: null, description: '' })
  })

  it('nothing sent is nothing changed', async () => {
    const { bearer, id } = await janeWith()
    expect(await amend(bearer, id, {})).toMatchObject({ status: 200, json: { session: { id } } })
  })

  it('a time without an offset is kept in the zone sent with it, else in that of the session', async () => {
    const { bearer, id } = await janeWith({ timeZone: 'America/New_York' })
    const day = (zone?: string) => ({
      start_time: inAYear('-07-01T09:00'),
      end_time: inAYear('-07-01T10:00'),
      time_zone: zone,
    })
    const there = await amend(bearer, id, day())
    expect(there.json.session.start_time).toBe(inAYear('-07-01T13:00:00.000Z'))
    const moved = await amend(bearer, id, day('Asia/Tokyo'))
    expect(moved.json.session).toMatchObject({
      start_time: inAYear('-07-01T00:00:00.000Z'),
      time_zone: 'Asia/Tokyo',
    })
  })

  it('lowers capacity under what is sold, and says so', async () => {
    const { bearer, id } = await janeWith({ capacity: 3 })
    for (const visitor of [await aUser(), await aUser()]) {
      await ask('POST', '/api/bookings', { bearer: visitor.bearer, body: { session_id: id } })
    }
    const { status, json } = await amend(bearer, id, { capacity: 1 })
    expect(status).toBe(200)
    expect(json).toMatchObject({ over: 1, session: { capacity: 1, taken: 2, available_spots: 0 } })
    expect(json.warnings).toHaveLength(1)
  })
})

describe('what is sent is judged with what is there', () => {
  it.each([
    ['end_time', { end_time: '2020-01-01T00:00:00Z' }],
    ['end_time', { start_time: inAYear('-12-31T09:00') }],
    ['end_time', { end_time: inAYear('-12-31T09:00') }],
    ['start_time', { start_time: 'soon' }],
    ['days', { days: [{ date: inAYear('-05-01'), title: 'Arrive' }] }],
    ['status', { status: 'draft' }],
    ['status', { status: 'cancelled' }],
    ['capacity', { capacity: '12' }],
    ['capacity', { capacity: 0 }],
    ['title', { title: '' }],
    ['price', { price: 1.999 }],
    ['time_zone', { time_zone: 'Europe' }],
  ])('%s in %j', async (path, body) => {
    const { bearer, id } = await janeWith()
    const { status, json } = await amend(bearer, id, body)
    expect(status).toBe(400)
    expect(json.code).toBe('invalid')
    expect(json.details).toMatchObject([{ path }])
  })

  it('a start is not moved into the past', async () => {
    const { bearer, id } = await janeWith()
    const { status, json } = await amend(bearer, id, {
      start_time: '2020-01-15T09:00',
      end_time: '2020-01-15T10:00',
    })
    expect(status).toBe(400)
    expect(json.details).toMatchObject([{ path: 'start_time' }])
  })

  it('a past session is moved into the future, and its words change without that', async () => {
    const startTime = Date.now() - 48 * HOUR_MS
    const { bearer, id } = await janeWith({ startTime })
    expect(await amend(bearer, id, { description: 'It was good.' })).toMatchObject({ status: 200 })
    const moved = await amend(bearer, id, {
      start_time: inAYear('-07-01T09:00Z'),
      end_time: inAYear('-07-01T10:00Z'),
    })
    expect(moved.status).toBe(200)
    expect(moved.json.session.start_time).toBe(inAYear('-07-01T09:00:00.000Z'))
  })
})

describe('who may change', () => {
  it('only its own facilitator: for another there is no such session', async () => {
    const { id } = await janeWith()
    const mary = await aFacilitator()
    const visitor = await aUser()
    for (const act of [
      () => amend(mary.bearer, id, { title: 'Mine' }),
      () => amend(mary.bearer, id, { end_time: '2020-01-01T00:00:00Z' }),
      () => publish(mary.bearer, id),
    ]) {
      expect(await act()).toMatchObject({ status: 404, json: { code: 'not_found' } })
    }
    expect(await amend(visitor.bearer, id, { title: 'Mine' })).toMatchObject({ status: 403 })
    expect(await ask('PUT', `/api/sessions/${id}`, { body: { title: 'Mine' } })).toMatchObject({
      status: 401,
    })
    expect((await ask('GET', `/api/sessions/${id}`)).json.title).toBe('Morning Meditation')
  })

  it('nobody what does not exist', async () => {
    const { bearer } = await aFacilitator()
    expect(await amend(bearer, 999_999, { title: 'x' })).toMatchObject({ status: 404 })
    expect(await ask('PUT', '/api/sessions/one', { bearer, body: {} })).toMatchObject({
      status: 400,
      json: { details: [{ path: 'id' }] },
    })
  })

  it('nobody what was cancelled', async () => {
    const { bearer, id } = await janeWith()
    await ask('POST', `/api/sessions/${id}/cancel`, { bearer })
    for (const answer of [await amend(bearer, id, { title: 'Again' }), await publish(bearer, id)]) {
      expect(answer).toMatchObject({ status: 409, json: { code: 'session_cancelled' } })
    }
  })
})

describe('publishing', () => {
  it('opens a draft to everybody, once and again', async () => {
    const { bearer, id } = await janeWith({ status: 'draft' })
    expect(await ask('GET', `/api/sessions/${id}`)).toMatchObject({ status: 404 })
    for (let times = 0; times < 2; times++) {
      expect(await publish(bearer, id)).toMatchObject({
        status: 200,
        json: { session_id: id, session: { status: 'active' } },
      })
    }
    expect(await ask('GET', `/api/sessions/${id}`)).toMatchObject({ status: 200 })
  })

  it('waits for approval, by either way', async () => {
    const jane = await aFacilitator({ approvedAt: null })
    const id = await aSession(jane, { status: 'draft' })
    for (const answer of [
      await publish(jane.bearer, id),
      await amend(jane.bearer, id, { status: 'active' }),
    ]) {
      expect(answer).toMatchObject({ status: 403, json: { code: 'approval_pending' } })
    }
    expect(await amend(jane.bearer, id, { title: 'Still mine' })).toMatchObject({ status: 200 })
  })

  it('needs a start ahead', async () => {
    const { bearer, id } = await janeWith({ status: 'draft', startTime: Date.now() - HOUR_MS })
    expect(await publish(bearer, id)).toMatchObject({
      status: 400,
      json: { details: [{ path: 'start_time' }] },
    })
  })
})
