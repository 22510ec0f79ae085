import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import worker from '../../index'
import { ask, ORIGIN } from '../../test/client'
import { asking, atDesk, bothSides, desk, withCaughtNotices, withFaultyD1 } from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'

const HOUR = 3_600_000

it('a booking answers with its number, its session and the seats left', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 3 })
  const ann = await aUser({ name: 'Ann' })
  const { status, json } = await ask('POST', '/api/bookings', {
    bearer: ann.bearer,
    body: {
      session_id: sessionId,
      notes: 'Bad knee',
      confirmPassword: 'unknown fields are ignored',
    },
  })
  expect(status).toBe(201)
  expect(json).toMatchObject({
    message: 'You have a seat.',
    booking_id: sessionId * 1_000_000 + 1,
    recorded: true,
    session: { available_spots: 2 },
    booking: {
      id: sessionId * 1_000_000 + 1,
      booking_status: 'confirmed',
      notes: 'Bad knee',
      party_size: 1,
      price: 25,
      total: 25,
      session: { id: sessionId, title: 'Morning Meditation', facilitator: 'Jane Smith' },
    },
  })
  const mine = await ask('GET', '/api/bookings/my', { bearer: ann.bearer })
  expect(mine.json).toEqual([{ ...json.booking, ticket: expect.any(String) }])
})

it('the same key sent fifty times at once is one booking and fifty equal answers', async () => {
  const sessionId = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      ask('POST', '/api/bookings', {
        bearer,
        body: { session_id: sessionId, notes: 'once' },
        headers: { 'Idempotency-Key': 'k-1' },
      }),
    ),
  )
  const first = answers[0]?.json
  expect(first.booking.booking_status).toBe('confirmed')
  // A signature is another each time it is made; what it signs is the same.
  const booking = { ...first.booking, ticket: expect.any(String) }
  for (const { status, json } of answers) {
    expect([status, json]).toEqual([201, { ...first, booking }])
  }
  const { atTheDesk } = await bothSides(sessionId)
  expect(atTheDesk.bookings).toHaveLength(1)
})

it('a key that comes again with another body is refused, and nothing is booked', async () => {
  const sessionId = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  const headers = { 'Idempotency-Key': 'k-2' }
  await ask('POST', '/api/bookings', { bearer, body: { session_id: sessionId }, headers })
  const again = await ask('POST', '/api/bookings', {
    bearer,
    body: { session_id: sessionId, notes: 'something else' },
    headers,
  })
  expect([again.status, again.json.code]).toEqual([409, 'idempotency_key_reused'])
})

it('a key belongs to its user: somebody else may use the same', async () => {
  const sessionId = await aSession(await aFacilitator())
  const key = { value: 'k-3', fingerprint: 'f' }
  const first = await desk(sessionId).book(asking(await aUser(), { key }))
  const second = await desk(sessionId).book(asking(await aUser(), { key }))
  expect([first.kind, second.kind]).toEqual(['booked', 'booked'])
})

it('a refusal is not remembered: the key that met a full session books once a seat is free', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1 })
  const [ann, bob] = [await aUser(), await aUser()]
  const taken = await desk(sessionId).book(asking(ann))
  if (taken.kind !== 'booked') throw new Error('Ann should have the seat')
  const key = { value: 'k-4', fingerprint: 'f' }
  expect(await desk(sessionId).book(asking(bob, { key }))).toMatchObject({ code: 'session_full' })
  await desk(sessionId).cancel({
    bookingId: taken.booking.id,
    by: { userId: ann.userId },
    reason: null,
  })
  expect(await desk(sessionId).book(asking(bob, { key }))).toMatchObject({ kind: 'booked' })
})

it('a cancelled seat is bookable again, by its old owner too, as a new booking', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1 })
  const ann = await aUser()
  const body = { session_id: sessionId }
  const first = await ask('POST', '/api/bookings', { bearer: ann.bearer, body })
  const cancelled = await ask('POST', `/api/bookings/${first.json.booking_id}/cancel`, {
    bearer: ann.bearer,
  })
  expect(cancelled.status).toBe(200)
  expect(cancelled.json.booking).toMatchObject({
    booking_status: 'cancelled',
    cancelled_by: 'user',
  })
  const again = await ask('POST', '/api/bookings', { bearer: ann.bearer, body })
  expect(again.status).toBe(201)
  expect(again.json.booking_id).toBe(first.json.booking_id + 1)
})

it('one live booking a person: the second answers where the first is', async () => {
  const sessionId = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  const first = await ask('POST', '/api/bookings', { bearer, body: { session_id: sessionId } })
  const second = await ask('POST', '/api/bookings', { bearer, body: { session_id: sessionId } })
  expect([second.status, second.json.code]).toEqual([409, 'already_booked'])
  expect(second.json.booking_id).toBe(first.json.booking_id)
})

it('a party takes as many seats as it has people, or none', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 5 })
  const three = await desk(sessionId).book(asking(await aUser(), { partySize: 3 }))
  expect(three).toMatchObject({ kind: 'booked', seats: { taken: 3, available: 2 } })
  const tooMany = await desk(sessionId).book(asking(await aUser(), { partySize: 3 }))
  expect(tooMany).toMatchObject({ code: 'not_enough_seats', extra: { available_spots: 2 } })
})

it('somebody else’s booking cannot be cancelled, nor seen to exist', async () => {
  const sessionId = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  const booked = await ask('POST', '/api/bookings', { bearer, body: { session_id: sessionId } })
  const stranger = await aUser()
  const answer = await ask('POST', `/api/bookings/${booked.json.booking_id}/cancel`, {
    bearer: stranger.bearer,
  })
  expect([answer.status, answer.json.code]).toEqual([404, 'not_found'])
})

it('cancelling twice is cancelling once: one change, one notice', async () => {
  const sessionId = await aSession(await aFacilitator())
  const ann = await aUser({ name: 'Ann' })
  await desk(sessionId).open()
  const notices = await withCaughtNotices(sessionId)
  const booked = await desk(sessionId).book(asking(ann))
  if (booked.kind !== 'booked') throw new Error('Ann should have a seat')
  const cancel = { bookingId: booked.booking.id, by: { userId: ann.userId }, reason: null }
  const [first, second] = [
    await desk(sessionId).cancel(cancel),
    await desk(sessionId).cancel(cancel),
  ]
  expect(second).toEqual({ ...first, already: true })
  await expect
    .poll(() => notices.map((notice) => notice.message))
    .toEqual(['Ann booked Morning Meditation.', 'Ann cancelled Morning Meditation.'])
})

it('giving a seat back after the free time is possible and recorded as late', async () => {
  const startTime = Date.now() + 20 * HOUR
  const sessionId = await aSession(await aFacilitator(), { startTime, freeCancelHours: 24 })
  const ann = await aUser()
  const booked = await desk(sessionId).book(asking(ann))
  if (booked.kind !== 'booked') throw new Error('Ann should have a seat')
  const given = await desk(sessionId).cancel({
    bookingId: booked.booking.id,
    by: { userId: ann.userId },
    reason: 'Ill',
  })
  expect(given).toMatchObject({ booking: { state: 'cancelled', late: true, cancelReason: 'Ill' } })
})

it('booking ends when the session begins, and so does giving back', async () => {
  const startTime = Date.now() + HOUR
  const sessionId = await aSession(await aFacilitator(), { startTime })
  const ann = await aUser()
  const booked = await desk(sessionId).book(asking(ann))
  if (booked.kind !== 'booked') throw new Error('Ann should have a seat')
  await atDesk(sessionId, (desk) => {
    desk.now = () => startTime
  })
  const late = await desk(sessionId).book(asking(await aUser()))
  expect(late).toMatchObject({ kind: 'refused', code: 'session_over' })
  const cancel = { bookingId: booked.booking.id, by: { userId: ann.userId }, reason: null }
  expect(await desk(sessionId).cancel(cancel)).toMatchObject({ code: 'session_over' })
})

it('a hold that ran out is free for the next caller, though no alarm came', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1 })
  const ann = await aUser()
  await desk(sessionId).book(asking(ann))
  const { booking } = await atDesk(sessionId, ({ store }, state) => {
    state.storage.sql.exec(
      `DROP TRIGGER states_move_along_arrows; DROP TRIGGER changes_are_recorded; DROP TRIGGER revs_rise;
       UPDATE bookings SET state = 'held', expires_at = 1`,
    )
    return { booking: store.getLiveBooking(ann.userId) }
  })
  expect(booking?.state).toBe('held')
  const read = await desk(sessionId).read(null)
  expect(read).toMatchObject({ seats: { taken: 0, available: 1 } })
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ kind: 'booked' })
})

it('its own facilitator has no seat in a session', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  const answer = await ask('POST', '/api/bookings', {
    bearer: jane.bearer,
    body: { session_id: sessionId },
  })
  expect([answer.status, answer.json.code]).toEqual([409, 'own_session'])
})

it.each([
  ['a word for an id', { session_id: 'one' }, 'session_id'],
  ['no session', {}, 'session_id'],
  ['a party of nobody', { session_id: 1, party_size: 0 }, 'party_size'],
  ['a party of twenty-one', { session_id: 1, party_size: 21 }, 'party_size'],
  ['half a person', { session_id: 1, party_size: 1.5 }, 'party_size'],
  ['a party in words', { session_id: 1, party_size: '2' }, 'party_size'],
  ['notes of 3,000 characters', { session_id: 1, notes: 'x'.repeat(3_000) }, 'notes'],
  ['notes that are a list', { session_id: 1, notes: [] }, 'notes'],
])('400 names the field: %s', async (_, body, field) => {
  const { bearer } = await aUser()
  const { status, json } = await ask('POST', '/api/bookings', { bearer, body })
  expect([status, json.code, json.details[0].path]).toEqual([400, 'invalid', field])
})

it('a key of 201 characters is refused by name', async () => {
  const { bearer } = await aUser()
  const headers = { 'Idempotency-Key': 'k'.repeat(201) }
  const answer = await ask('POST', '/api/bookings', { bearer, body: { session_id: 1 }, headers })
  expect([answer.status, answer.json.details[0].path]).toEqual([400, 'idempotency-key'])
})

it('a session that is not there is 404, and its desk keeps no table', async () => {
  const { bearer } = await aUser()
  const answer = await ask('POST', '/api/bookings', { bearer, body: { session_id: 987_654 } })
  expect([answer.status, answer.json.code]).toEqual([404, 'not_found'])
  const tables = await atDesk(987_654, (_, { storage }) =>
    storage.sql
      .exec(`SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'`)
      .toArray(),
  )
  expect(tables).toEqual([])
})

it('nobody books without signing in', async () => {
  const answer = await ask('POST', '/api/bookings', { body: { session_id: 1 } })
  expect([answer.status, answer.json.code]).toEqual([401, 'sign_in_required'])
})

it('a booking reads nothing from D1: at a warm desk it goes through while D1 is away', async () => {
  const sessionId = await aSession(await aFacilitator())
  const { bearer } = await aUser()
  await desk(sessionId).open()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  const answer = await worker.fetch(
    new Request(`${ORIGIN}/api/bookings`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ session_id: sessionId }),
    }),
    { ...env, DB: faulty.database },
    createExecutionContext(),
  )
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ recorded: false })
})
