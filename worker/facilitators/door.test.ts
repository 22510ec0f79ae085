import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { bookings, users } from '../db/schema'
import { ask, request } from '../test/client'
import { asking, atDesk, desk } from '../test/desk'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { anOffer, aSeatToday } from '../test/full-sessions'

const HOUR_MS = 3_600_000

const people = async () => {
  const [user, other, jane] = await Promise.all([
    aUser({ name: 'Ann' }),
    aUser({ name: 'Bob' }),
    aFacilitator(),
  ])
  return { user, other, jane }
}

describe('at the door', () => {
  it('somebody is let in once, and a second time it is said since when', async () => {
    const { user, jane } = await people()
    const { bookingId } = await aSeatToday({ user, jane })
    const path = `/api/facilitator/bookings/${bookingId}/check-in`
    const bearer = jane.bearer
    const first = await ask('POST', path, { bearer, body: {} })
    expect(first).toMatchObject({
      status: 200,
      json: { message: 'Ann is in.', already: false, booking: { state: 'attended' } },
    })
    const again = await ask('POST', path, { bearer, body: {} })
    expect(again.json).toMatchObject({
      message: expect.stringMatching(/^Ann is in already, since \d\d:\d\d\.$/),
      already: true,
      booking: { checked_in_at: first.json.booking.checked_in_at },
    })
  })

  it('a list that was offline says when it was', async () => {
    const { user, jane } = await people()
    const { bookingId } = await aSeatToday({ user, jane })
    const at = new Date(Date.now() - 60_000).toISOString()
    const path = `/api/facilitator/bookings/${bookingId}/check-in`
    const { json } = await ask('POST', path, { bearer: jane.bearer, body: { at } })
    expect(json.booking.checked_in_at).toBe(at)
  })

  it.each(['yesterday', '2027-05-01', '2027-05-01T09:00', 7, '', null])(
    'a time such as %s is refused by name, and none is now',
    async (at) => {
      const { user, jane } = await people()
      const { bookingId } = await aSeatToday({ user, jane })
      const path = `/api/facilitator/bookings/${bookingId}/check-in`
      const { status, json } = await ask('POST', path, { bearer: jane.bearer, body: { at } })
      if (at === '' || at === null) expect(status).toBe(200)
      else expect([status, json.details[0].path]).toEqual([400, 'at'])
    },
  )

  it('what was taken back is as it was, also when asked twice', async () => {
    const { user, jane } = await people()
    const { bookingId } = await aSeatToday({ user, jane })
    const path = `/api/facilitator/bookings/${bookingId}`
    await ask('POST', `${path}/check-in`, { bearer: jane.bearer, body: {} })
    for (const _ of [1, 2]) {
      const { status, json } = await ask('POST', `${path}/undo`, { bearer: jane.bearer })
      expect([status, json.booking.state, json.booking.checked_in_at]).toEqual([
        200,
        'confirmed',
        null,
      ])
    }
  })

  it('who waits, who gave it back and who comes weeks early is not let in', async () => {
    const { user, other, jane } = await people()
    const early = await desk(await aSession(jane)).book(asking(user))
    const waits = await anOffer({ user, other, jane })
    const gone = await aSeatToday({ user: other, jane })
    await desk(gone.sessionId).cancel({
      ...{ bookingId: gone.bookingId, by: { userId: other.userId }, reason: null },
    })
    const codeFor = async (id: number) => {
      const path = `/api/facilitator/bookings/${id}/check-in`
      return (await ask('POST', path, { bearer: jane.bearer, body: {} })).json.code
    }
    const earlyId = early.kind === 'booked' ? early.booking.id : 0
    expect([
      await codeFor(earlyId),
      await codeFor(waits.bookingId),
      await codeFor(gone.bookingId),
    ]).toEqual(['too_early', 'not_booked', 'booking_ended'])
    const undo = `/api/facilitator/bookings/${waits.bookingId}/undo`
    expect((await ask('POST', undo, { bearer: jane.bearer })).json.code).toBe('not_checked_in')
  })

  it('the code of a booking is good by the key that the list brings along', async () => {
    const { user, jane } = await people()
    const { sessionId, bookingId } = await aSeatToday({ user, jane })
    const [mine] = (await ask('GET', '/api/bookings/my', { bearer: user.bearer })).json
    const { json: keys } = await ask('GET', '/api/facilitator/ticket-key', { bearer: jane.bearer })
    const { payload } = await jwtVerify(mine.ticket, createLocalJWKSet(keys))
    expect(payload).toEqual({ b: bookingId, s: sessionId })
  })
})

describe('a walk-in', () => {
  const add = (jane: { bearer: string }, id: number, body: object, key?: string) =>
    ask('POST', `/api/facilitator/sessions/${id}/attendees`, {
      bearer: jane.bearer,
      body,
      headers: key ? { 'Idempotency-Key': key } : {},
    })
  const guestNamed = (name: string) =>
    openDb(env.DB).select().from(users).where(eq(users.name, name))

  it('gets a seat by name alone, and is in at once', async () => {
    const jane = await aFacilitator()
    const sessionId = await aSession(jane, { startTime: Date.now() + HOUR_MS, capacity: 3 })
    const body = { name: 'Dora', party_size: 2, notes: 'No shoes', check_in: true }
    const added = await add(jane, sessionId, body)
    expect(added).toMatchObject({
      status: 201,
      json: {
        message: 'Dora is added and in.',
        recorded: true,
        session: { id: sessionId, available_spots: 1, taken: 2 },
        booking: {
          ...{ id: added.json.booking_id, state: 'attended', booked_by: 'facilitator' },
          ...{ party_size: 2, notes: 'No shoes', user: { name: 'Dora', email: '' } },
        },
      },
    })
    const path = `/api/facilitator/sessions/${sessionId}/bookings`
    const [listed] = (await ask('GET', path, { bearer: jane.bearer })).json
    expect(listed.user).toEqual(added.json.booking.user)
  })

  it('pressed twice is one, with and without an email; another person under the key is none', async () => {
    const jane = await aFacilitator()
    const sessionId = await aSession(jane)
    for (const email of [undefined, `${crypto.randomUUID()}@example.com`]) {
      const key = crypto.randomUUID()
      const body = { name: 'Dora', ...(email ? { email } : {}) }
      const first = await add(jane, sessionId, body, key)
      const again = await add(jane, sessionId, body, key)
      expect([again.status, again.json.booking_id]).toEqual([201, first.json.booking_id])
      const other = await add(jane, sessionId, { ...body, name: 'Dana' }, key)
      expect([other.status, other.json.code]).toEqual([409, 'idempotency_key_reused'])
      const nobody = `Nobody ${crypto.randomUUID()}`
      const elsewhere = { name: nobody, email: `${crypto.randomUUID()}@example.com` }
      const third = await add(jane, sessionId, elsewhere, key)
      expect([third.status, third.json.code]).toEqual([409, 'idempotency_key_reused'])
      await expect.poll(() => guestNamed(nobody)).toEqual([])
    }
    const [one, two] = [
      await add(jane, sessionId, { name: 'Eve' }),
      await add(jane, sessionId, { name: 'Eve' }),
    ]
    expect(two.json.booking_id).not.toBe(one.json.booking_id)
  })

  it('pressed again after it was taken back it gives no seat, and does not say that it did', async () => {
    const jane = await aFacilitator()
    const sessionId = await aSession(jane)
    const key = crypto.randomUUID()
    const first = await add(jane, sessionId, { name: 'Dora' }, key)
    const path = `/api/facilitator/bookings/${first.json.booking_id}/cancel`
    await ask('POST', path, { bearer: jane.bearer, body: {} })
    const again = await add(jane, sessionId, { name: 'Dora' }, key)
    expect(again.json).toMatchObject({
      message: 'Dora was added, and the booking has ended since.',
      booking: { state: 'cancelled' },
      undo_until: null,
      session: { taken: 0 },
    })
  })

  it('who has an account gets the seat there, and she sees the name that she said', async () => {
    const { user, jane } = await people()
    const sessionId = await aSession(jane)
    const body = { name: 'Annie', email: user.email.toUpperCase() }
    const { json } = await add(jane, sessionId, body)
    const shown = { id: user.userId, name: 'Annie', email: user.email }
    expect(json.booking.user).toEqual(shown)
    const path = `/api/facilitator/sessions/${sessionId}/bookings`
    const [listed] = (await ask('GET', path, { bearer: jane.bearer })).json
    expect(listed.user).toEqual(shown)
    const { json: dashboard } = await ask('GET', '/api/facilitator/dashboard', {
      bearer: jane.bearer,
    })
    expect(dashboard.recent_bookings[0].user).toEqual(shown)
    const csv = await request(`${path}.csv`, {
      headers: { Authorization: `Bearer ${jane.bearer}` },
    })
    expect(await csv.text()).toContain('Annie')
    await desk(sessionId).erase(user.userId)
    const [row] = await openDb(env.DB)
      .select({ called: bookings.called })
      .from(bookings)
      .where(eq(bookings.userId, user.userId))
    expect(row).toEqual({ called: null })
  })

  it('who has an account is added to it, and who has booked before keeps the name they gave', async () => {
    const { user, jane } = await people()
    const sessionId = await aSession(jane)
    const body = { name: 'Annie', email: user.email.toUpperCase() }
    const before = await desk(sessionId).book(asking(user))
    if (before.kind !== 'booked') throw new Error('Ann should have a seat')
    const by = { userId: user.userId }
    await desk(sessionId).cancel({ bookingId: before.booking.id, by, reason: null })
    const { json } = await add(jane, sessionId, body)
    expect(json.booking.user.name).toBe('Ann')
    const [mine] = (await ask('GET', '/api/bookings/my', { bearer: user.bearer })).json
    expect(mine).toMatchObject({ id: json.booking_id, booked_by: 'facilitator' })
    const again = await add(jane, sessionId, body)
    expect(again).toMatchObject({
      status: 409,
      json: { code: 'already_booked', error: 'Annie has booked already. Nobody was added.' },
    })
  })

  it('for whom there is no seat is not kept; the last seat of a running session is', async () => {
    const jane = await aFacilitator()
    const sessionId = await aSession(jane, { capacity: 1, startTime: Date.now() - 60_000 })
    const nobody = `Nobody ${crypto.randomUUID()}`
    const large = await add(jane, sessionId, { name: nobody, party_size: 2 })
    expect([large.status, large.json.code]).toEqual([409, 'not_enough_seats'])
    expect((await add(jane, sessionId, { name: 'Dora', check_in: true })).status).toBe(201)
    const email = `${crypto.randomUUID()}@example.com`
    const full = await add(jane, sessionId, { name: nobody, email })
    expect([full.status, full.json.code]).toEqual([409, 'session_full'])
    await expect.poll(() => guestNamed(nobody)).toEqual([])
  })

  it('another’s session is none, and leaves no guest behind', async () => {
    const [jane, mary] = await Promise.all([aFacilitator(), aFacilitator()])
    const nobody = `Nobody ${crypto.randomUUID()}`
    const answer = await add(mary, await aSession(jane), { name: nobody })
    expect(answer.status).toBe(404)
    await expect.poll(() => guestNamed(nobody)).toEqual([])
  })

  it('takes no seat that is offered to somebody who waits', async () => {
    const all = await people()
    const { sessionId } = await anOffer(all)
    const answer = await add(all.jane, sessionId, { name: 'Dora' })
    expect([answer.status, answer.json.code]).toEqual([409, 'session_full'])
  })

  it.each([
    ['name', { name: ' ' }],
    ['email', { name: 'Dora', email: 'dora' }],
    ['party_size', { name: 'Dora', party_size: 21 }],
    ['check_in', { name: 'Dora', check_in: 'yes' }],
  ])('a wrong %s is named', async (field, body) => {
    const jane = await aFacilitator()
    const { status, json } = await add(jane, await aSession(jane), body)
    expect([status, json.details[0].path]).toEqual([400, field])
  })

  it('of many who press at once for the last seat one gets it', async () => {
    const jane = await aFacilitator()
    const sessionId = await aSession(jane, { capacity: 1 })
    const names = Array.from({ length: 8 }, (_, n) => `Guest ${n}`)
    const answers = await Promise.all(names.map((name) => add(jane, sessionId, { name })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await atDesk(sessionId, ({ store }) => store.listConfirmed().length)).toBe(1)
  })
})

describe('the list before it', () => {
  it('who waits is listed in their order, with what is offered', async () => {
    const all = await people()
    const { sessionId, bookingId } = await anOffer(all)
    const third = await aUser({ name: 'Cem' })
    const joined = await desk(sessionId).join(asking(third))
    const path = `/api/facilitator/sessions/${sessionId}/bookings`
    const { json } = await ask('GET', `${path}?state=waiting`, { bearer: all.jane.bearer })
    expect(json).toMatchObject([
      { id: bookingId, booking_status: 'offered', position: null, user: { name: 'Ann' } },
      { booking_status: 'waitlisted', position: 1, user: { name: 'Cem' } },
    ])
    expect(json[0].expires_at).not.toBeNull()
    expect(joined).toMatchObject({ position: 1 })
    const first = await ask('GET', `${path}?state=waiting&limit=1`, { bearer: all.jane.bearer })
    const [, next = ''] = /<(.+)>/.exec(first.headers.get('Link') ?? '') ?? []
    expect((await ask('GET', next, { bearer: all.jane.bearer })).json).toEqual([json[1]])
    const usual = (await ask('GET', path, { bearer: all.jane.bearer })).json
    expect(usual.map(({ state }: { state: string }) => state)).toEqual(['cancelled'])
    const wrong = await ask('GET', `${path}?state=all`, { bearer: all.jane.bearer })
    expect([wrong.status, wrong.json.details[0].path]).toEqual([400, 'state'])
  })

  it('says in sentences why somebody was offered seats, and pages', async () => {
    const all = await people()
    const { sessionId } = await anOffer(all)
    const path = `/api/facilitator/sessions/${sessionId}/decisions`
    const { json } = await ask('GET', path, { bearer: all.jane.bearer })
    expect(json).toMatchObject([
      {
        ...{ kind: 'offered', party_size: 1, free: 1, capacity: 1 },
        user: { id: all.user.userId, name: 'Ann' },
        message: expect.stringMatching(
          /^One seat offered to Ann until (.+, )?\d\d:\d\d, the longest waiting of those who fit\.$/,
        ),
      },
      { kind: 'joined', message: 'Ann joined the list, for one seat.' },
    ])
    const first = await ask('GET', `${path}?limit=1`, { bearer: all.jane.bearer })
    const [, next = ''] = /<(.+)>/.exec(first.headers.get('Link') ?? '') ?? []
    const second = await ask('GET', next, { bearer: all.jane.bearer })
    expect([second.json, second.headers.get('Link')]).toEqual([[json[1]], null])
  })
})
