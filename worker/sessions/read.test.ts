import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { DatabaseUnavailable } from '../errors'
import { ask } from '../test/client'
import { withFaultyD1 } from '../test/desk'
import { aCtx, aFacilitator, aSession, aUser, d1Away } from '../test/factories'
import { getCopy } from './queries'
import { findSession } from './read'

const read = (id: number | string, bearer?: string) =>
  ask('GET', `/api/sessions/${id}`, bearer ? { bearer } : {})
const SECRETS = { onlineUrl: 'https://example.com/room', arrivalNote: 'Ring twice' }

describe('a session is read', () => {
  it('by anybody, counted at its desk', async () => {
    const id = await aSession(await aFacilitator())
    const ann = await aUser()
    await ask('POST', '/api/bookings', { bearer: ann.bearer, body: { session_id: id } })
    const { status, json } = await read(id)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      id,
      facilitator: 'Jane Smith',
      capacity: 10,
      taken: 1,
      available_spots: 9,
      exact: true,
      as_of: expect.stringMatching(/Z$/),
    })
    expect(json).not.toHaveProperty('my_booking')
  })

  it('with one’s own booking when signed in', async () => {
    const id = await aSession(await aFacilitator())
    const ann = await aUser()
    expect((await read(id, ann.bearer)).json.my_booking).toBeNull()
    const booked = await ask('POST', '/api/bookings', {
      bearer: ann.bearer,
      body: { session_id: id },
    })
    expect((await read(id, ann.bearer)).json.my_booking).toMatchObject({
      id: booked.json.booking_id,
      booking_status: 'confirmed',
      session: { id },
    })
    const bob = await aUser()
    expect((await read(id, bob.bearer)).json.my_booking).toBeNull()
  })

  it('with where to be only by who booked and by its facilitator', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, SECRETS)
    const [ann, mary] = [await aUser(), await aFacilitator()]
    const told = { online_url: SECRETS.onlineUrl, arrival_note: SECRETS.arrivalNote }
    for (const bearer of [undefined, ann.bearer, mary.bearer]) {
      const { json } = await read(id, bearer)
      expect(json).not.toHaveProperty('online_url')
      expect(json).not.toHaveProperty('arrival_note')
      expect(json.is_online).toBe(true)
    }
    const booked = await ask('POST', '/api/bookings', {
      bearer: ann.bearer,
      body: { session_id: id },
    })
    expect((await read(id, ann.bearer)).json).toMatchObject(told)
    expect((await read(id, jane.bearer)).json).toMatchObject(told)
    await ask('POST', `/api/bookings/${booked.json.booking_id}/cancel`, { bearer: ann.bearer })
    expect((await read(id, ann.bearer)).json).not.toHaveProperty('online_url')
  })

  it('as a draft by its own facilitator alone', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, { status: 'draft' })
    const [ann, mary] = [await aUser(), await aFacilitator()]
    for (const bearer of [undefined, ann.bearer, mary.bearer]) {
      expect(await read(id, bearer)).toMatchObject({ status: 404, json: { code: 'not_found' } })
    }
    expect(await read(id, jane.bearer)).toMatchObject({ status: 200, json: { status: 'draft' } })
  })

  it('when it is past or cancelled too', async () => {
    const jane = await aFacilitator()
    const past = await aSession(jane, { startTime: Date.now() - 48 * 3_600_000 })
    const cancelled = await aSession(jane, { status: 'cancelled', cancelReason: 'Storm' })
    expect(await read(past)).toMatchObject({ status: 200, json: { status: 'active' } })
    expect((await read(cancelled)).json).toMatchObject({
      status: 'cancelled',
      cancel_reason: 'Storm',
    })
  })

  it.each([999_999, '9007199254740991'])('%s: there is none', async (id) => {
    expect(await read(id)).toMatchObject({ status: 404, json: { code: 'not_found' } })
  })

  it.each(['one', '0', '-1', '1.5', '9007199254740993'])('%s is no id', async (id) => {
    expect(await read(id)).toMatchObject({ status: 400, json: { details: [{ path: 'id' }] } })
  })
})

/** A desk that was never opened, and whose D1 is away, can say nothing. */
async function silence(id: number) {
  const d1 = await withFaultyD1(id)
  d1.fault = 'refuses'
}

describe('a desk that cannot be reached', () => {
  it('is replaced by D1’s copy, which says that it is one', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, { ...SECRETS, taken: 4, available: 6 })
    await silence(id)
    const { status, json } = await read(id)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      exact: false,
      taken: 4,
      available_spots: 6,
      facilitator: 'Jane Smith',
    })
    expect(json).not.toHaveProperty('online_url')
    expect((await read(id, jane.bearer)).json).toMatchObject({ online_url: SECRETS.onlineUrl })
  })

  it('is so too when it breaks', async () => {
    const id = await aSession(await aFacilitator())
    const broken = { read: () => Promise.reject(new Error('a desk in flames')) }
    const away = { ...env, BOOKING_DESK: { getByName: () => broken } } as unknown as typeof env
    expect(await findSession(aCtx({ env: away }), id)).toMatchObject({ id, exact: false })
  })

  it('does not make a draft public, nor an unknown id a session', async () => {
    const draft = await aSession(await aFacilitator(), { status: 'draft' })
    await silence(draft)
    expect(await read(draft)).toMatchObject({ status: 404 })
    await silence(888_888)
    expect(await read(888_888)).toMatchObject({ status: 404 })
  })

  it('changes nothing for a facilitator: 503, and when to come back', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane)
    await silence(id)
    const { status, headers } = await ask('PUT', `/api/sessions/${id}`, {
      bearer: jane.bearer,
      body: { title: 'x' },
    })
    expect(status).toBe(503)
    expect(headers.get('Retry-After')).toMatch(/^\d+$/)
  })
})

describe('with D1 away', () => {
  it('a warm desk still shows its session', async () => {
    const id = await aSession(await aFacilitator())
    await read(id)
    const ctx = aCtx({ db: openDb(d1Away()) })
    expect(await findSession(ctx, id)).toMatchObject({ id, exact: true })
  })

  it('and a desk that knows nothing, it is unknown whether there is one', async () => {
    const id = await aSession(await aFacilitator())
    await silence(id)
    const ctx = aCtx({ db: openDb(d1Away()) })
    await expect(findSession(ctx, id)).rejects.toBeInstanceOf(DatabaseUnavailable)
  })
})

describe('D1’s copy', () => {
  it('brings the live booking of who asks, and of nobody else', async () => {
    const id = await aSession(await aFacilitator())
    const [ann, bob] = [await aUser(), await aUser()]
    const booked = await ask('POST', '/api/bookings', {
      bearer: ann.bearer,
      body: { session_id: id },
    })
    expect(booked.json.recorded).toBe(true)
    const db = openDb(env.DB)
    expect((await getCopy(db, id, ann.userId))?.mine?.id).toBe(booked.json.booking_id)
    expect((await getCopy(db, id, bob.userId))?.mine).toBeNull()
    expect((await getCopy(db, id, null))?.mine).toBeNull()
  })
})
