import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { ask } from '../test/client'
import { asking, desk } from '../test/desk'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { aFullSession, anOffer, aSeatToday } from '../test/full-sessions'
import { readAccessToken } from '../users/tokens'
import { signOfferToken } from './offer-token'

const people = async () => {
  const [user, other, jane] = await Promise.all([
    aUser({ name: 'Ann' }),
    aUser({ name: 'Bob' }),
    aFacilitator(),
  ])
  return { user, other, jane }
}

const join = (who: { bearer: string }, id: number, body: object = {}) =>
  ask('POST', `/api/sessions/${id}/waitlist`, { bearer: who.bearer, body })

describe('joining the list', () => {
  it('makes one wait in their place, and once only', async () => {
    const all = await people()
    const { sessionId } = await aFullSession(all)
    const first = await join(all.user, sessionId, { notes: 'Any time' })
    expect(first).toMatchObject({
      status: 201,
      json: {
        message: 'You are next on the list.',
        recorded: true,
        booking: {
          ...{ state: 'waitlisted', booking_status: 'waitlisted', position: 1, ticket: null },
          ...{ expires_at: null, free_cancel_until: null, notes: 'Any time' },
          session: { id: sessionId, online_url: null },
        },
      },
    })
    const again = await join(all.user, sessionId)
    expect([again.status, again.json.booking.id]).toEqual([200, first.json.booking.id])
    const next = await join(await aUser(), sessionId)
    expect(next.json).toMatchObject({
      message: 'You are number 2 on the list.',
      booking: { position: 2 },
    })
    const read = await ask('GET', `/api/sessions/${sessionId}`, { bearer: all.user.bearer })
    expect(read.json).toMatchObject({
      waiting: 2,
      my_booking: { position: 1, state: 'waitlisted' },
    })
  })

  it('is refused where there is no need or no hope, with what one needs to know', async () => {
    const all = await people()
    const free = await aSession(all.jane)
    const full = (await aFullSession(all)).sessionId
    const offer = await anOffer(all)
    const refusals = [
      await join(all.user, free),
      await join(all.other, full),
      await join(all.user, full, { party_size: 2 }),
      await join(all.jane, full),
      await join(all.user, offer.sessionId),
      await join(all.user, 987_654),
    ].map(({ status, json: { code, error, ...extra } }) => [status, code, extra])
    expect(refusals).toEqual([
      [409, 'seats_free', { available_spots: 10 }],
      [409, 'already_booked', { booking_id: expect.any(Number) }],
      [409, 'party_too_large', { capacity: 1 }],
      [409, 'own_session', {}],
      [409, 'offer_waiting', { booking_id: offer.bookingId }],
      [404, 'not_found', {}],
    ])
  })

  it.each([
    ['party_size', { party_size: 0 }],
    ['party_size', { party_size: 21 }],
    ['names.0', { names: [7] }],
    ['names', { names: ['Cem', 'Dora'] }],
    ['notes', { notes: 'x'.repeat(2_001) }],
  ])('names what is wrong with %s', async (path, body) => {
    const all = await people()
    const { status, json } = await join(all.user, (await aFullSession(all)).sessionId, body)
    expect([status, json.details[0].path]).toEqual([400, path])
  })
})

describe('an offer', () => {
  const answer = (id: number, verb: string, body: object, bearer?: string) =>
    ask('POST', `/api/bookings/${id}/${verb}`, { body, ...(bearer ? { bearer } : {}) })

  it('is taken by its letter’s link without signing in, and then it is a seat', async () => {
    const all = await people()
    const { bookingId, sessionId, token, expiresAt } = await anOffer(all)
    const look = await ask('POST', '/api/offers/look', { body: { booking_id: bookingId, token } })
    expect(look).toMatchObject({
      status: 200,
      json: { booking: { state: 'offered', expires_at: new Date(expiresAt).toISOString() } },
    })
    const taken = await answer(bookingId, 'accept', { token })
    expect(taken).toMatchObject({
      status: 200,
      json: { message: 'You have a seat.', booking: { state: 'confirmed', expires_at: null } },
    })
    // Whoever holds a forwarded letter may answer for its reader, but not walk in for them.
    expect(taken.json.booking.ticket).toBeNull()
    const mine = await ask('GET', `/api/sessions/${sessionId}`, { bearer: all.user.bearer })
    expect(mine.json.my_booking).toMatchObject({ id: bookingId, ticket: expect.any(String) })
    const twice = await answer(bookingId, 'accept', {}, all.user.bearer)
    expect([twice.status, twice.json.booking.id]).toEqual([200, bookingId])
    const tooLate = await answer(bookingId, 'decline', { token })
    expect([tooLate.status, tooLate.json.code]).toEqual([409, 'already_booked'])
  })

  it('is passed on, and can no longer be taken or seen', async () => {
    const all = await people()
    const { bookingId, token } = await anOffer(all)
    const passed = await answer(bookingId, 'decline', { token })
    expect(passed.json).toMatchObject({
      message: 'Passed on. Others may have it now.',
      booking: { state: 'declined', expires_at: null },
    })
    const taken = await answer(bookingId, 'accept', { token })
    const look = await ask('POST', '/api/offers/look', { body: { booking_id: bookingId, token } })
    expect([taken.json.code, look.json.code]).toEqual(['offer_ended', 'offer_ended'])
  })

  it('is left with the list', async () => {
    const all = await people()
    const { bookingId } = await anOffer(all)
    const path = `/api/bookings/${bookingId}/leave`
    const left = await ask('POST', path, { bearer: all.user.bearer })
    expect(left.json).toMatchObject({
      message: 'You are off the list.',
      booking: { state: 'declined' },
    })
  })

  it('is nobody else’s: neither signed in, nor by a link to another, nor by another kind of token', async () => {
    const all = await people()
    const [one, two] = [await anOffer(all), await anOffer(all)]
    const codes = [
      await answer(one.bookingId, 'accept', {}, all.other.bearer),
      await answer(one.bookingId, 'accept', { token: two.token }),
      await answer(one.bookingId, 'accept', { token: all.user.bearer }),
      await answer(one.bookingId, 'accept', { token: `${one.token}x` }),
      await answer(one.bookingId, 'accept', {}),
      await answer(one.bookingId, 'decline', { token: 7 }),
    ].map(({ status, json }) => [status, json.code])
    expect(codes).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
      [404, 'not_found'],
      [404, 'not_found'],
      [401, 'sign_in_required'],
      [400, 'invalid'],
    ])
    // And the link signs nobody in.
    expect(await readAccessToken(env, one.token, Date.now())).toBeNull()
    const me = await ask('GET', '/api/auth/me', { bearer: one.token })
    expect(me.status).toBe(401)
  })

  it('whose letter is old has ended', async () => {
    const all = await people()
    const { bookingId } = await anOffer(all)
    const old = { id: bookingId, userId: all.user.userId, expiresAt: Date.now() - 1_000 }
    const late = await answer(bookingId, 'accept', { token: await signOfferToken(env, old) })
    expect([late.status, late.json.code]).toEqual([409, 'offer_ended'])
  })

  it('is none yet for who waits', async () => {
    const all = await people()
    const { sessionId } = await aFullSession(all)
    const { id } = (await join(all.user, sessionId)).json.booking
    const early = await answer(id, 'accept', {}, all.user.bearer)
    expect([early.status, early.json.code]).toEqual([409, 'no_offer'])
  })
})

describe('where one waits', () => {
  it('is listed with its place, the soonest first, and beside what it overlaps with', async () => {
    const all = await people()
    const startTime = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 3 * 86_400_000
    const span = { startTime, endTime: startTime + 3_600_000 }
    const later = await anOffer(all)
    const soon = await aSession(all.jane, { capacity: 1, ...span })
    await desk(soon).book(asking(all.other))
    await join(all.user, soon)
    const beside = await aSession(all.jane, {
      ...span,
      title: 'Yin',
      startTime: startTime + 60_000,
    })
    const booked = await desk(beside).book(asking(all.user))
    const { json } = await ask('GET', '/api/waitlist/my', { bearer: all.user.bearer })
    expect(json).toMatchObject([
      {
        ...{ booking_status: 'waitlisted', position: 1, session: { id: soon } },
        overlaps: [{ booking_id: booked.kind === 'booked' ? booked.booking.id : 0, title: 'Yin' }],
      },
      { id: later.bookingId, booking_status: 'offered', position: null, overlaps: [] },
    ])
    const first = await ask('GET', '/api/waitlist/my?limit=1', { bearer: all.user.bearer })
    const [, next = ''] = /<(.+)>/.exec(first.headers.get('Link') ?? '') ?? []
    expect((await ask('GET', next, { bearer: all.user.bearer })).json).toEqual([json[1]])
    const older = (await ask('GET', '/api/bookings/my', { bearer: all.user.bearer })).json
    expect(older.map(({ session }: { session: { id: number } }) => session.id)).toEqual([beside])
  })
})

describe('a party', () => {
  const reduce = (who: { bearer: string }, id: number, body: object) =>
    ask('POST', `/api/bookings/${id}/reduce`, { bearer: who.bearer, body })

  it('becomes smaller and never larger, and who was named first still comes', async () => {
    const all = await people()
    const sessionId = await aSession(all.jane)
    const body = { session_id: sessionId, party_size: 3, names: ['Cem', 'Dora'] }
    const { json } = await ask('POST', '/api/bookings', { bearer: all.user.bearer, body })
    const smaller = await reduce(all.user, json.booking_id, { party_size: 2 })
    expect(smaller).toMatchObject({
      status: 200,
      json: {
        message: 'You have 2 seats.',
        booking: { party_size: 2, total: 50, late: false, session: { available_spots: 8 } },
      },
    })
    const larger = await reduce(all.user, json.booking_id, { party_size: 3 })
    expect([larger.status, larger.json.code]).toEqual([409, 'party_grows'])
    const another = await reduce(all.other, json.booking_id, { party_size: 1 })
    expect([another.status, another.json.code]).toEqual([404, 'not_found'])
    const none = await reduce(all.user, json.booking_id, {})
    expect([none.status, none.json.details[0].path]).toEqual([400, 'party_size'])
    const crowd = await reduce(all.user, json.booking_id, { party_size: 1, names: ['Cem', 'Dora'] })
    expect([crowd.status, crowd.json.details[0].path]).toEqual([400, 'names'])
  })
})

it('a smaller party is offered what was kept for the larger, and is told that it is an offer', async () => {
  const all = await people()
  const sessionId = await aSession(all.jane, { capacity: 3 })
  const whole = await desk(sessionId).book(asking(all.other, { partySize: 3 }))
  await join(all.user, sessionId, { party_size: 3 })
  const bookingId = whole.kind === 'booked' ? whole.booking.id : 0
  const by = { userId: all.other.userId }
  await desk(sessionId).cancel({ bookingId, by, reason: null })
  const [{ id }] = (await ask('GET', '/api/waitlist/my', { bearer: all.user.bearer })).json
  const path = `/api/bookings/${id}/reduce`
  const { json } = await ask('POST', path, { bearer: all.user.bearer, body: { party_size: 2 } })
  expect(json).toMatchObject({
    message: 'You are offered 2 seats.',
    booking: { state: 'offered', party_size: 2 },
  })
})

it('one’s own booking says until when it may go freely, and carries the code for the door', async () => {
  const all = await people()
  const { sessionId } = await aSeatToday(all)
  const [mine] = (await ask('GET', '/api/bookings/my', { bearer: all.user.bearer })).json
  expect(mine).toMatchObject({
    ...{ booked_by: 'user', waited_at: null, checked_in_at: null, position: null },
    free_cancel_until: mine.session.start_time,
    ticket: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    session: { id: sessionId },
  })
  const cancelled = await ask('POST', `/api/bookings/${mine.id}/cancel`, {
    ...{ bearer: all.user.bearer, body: {} },
  })
  expect(cancelled.json.booking).toMatchObject({ ticket: null, free_cancel_until: null })
})
