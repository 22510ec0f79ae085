import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { aRecordedBooking } from '../test/bookings'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { planOf } from '../test/plan'
import { listBooked, listOwnSessions } from './queries'
import { SHOWS } from './schema'

const DAY_MS = 86_400_000
const nextOf = (headers: Headers) => /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1]

describe('a facilitator’s sessions', () => {
  it('are hers alone, of every status, the latest first', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const now = Date.now()
    const past = await aSession(jane, { startTime: now - DAY_MS })
    const draft = await aSession(jane, { startTime: now + 2 * DAY_MS, status: 'draft' })
    const cancelled = await aSession(jane, { startTime: now + DAY_MS, status: 'cancelled' })
    await aSession(mary)
    const { status, json } = await ask('GET', '/api/facilitator/sessions', { bearer: jane.bearer })
    expect(status).toBe(200)
    expect(json.map(({ id }: { id: number }) => id)).toEqual([draft, cancelled, past])
    expect(json[0]).toMatchObject({
      title: 'Morning Meditation',
      description: 'Sit, breathe, begin.',
      session_type: 'session',
      capacity: 10,
      price: 25,
      status: 'draft',
      bookings_count: 0,
      booked_value: 0,
      available_spots: 10,
      created_at: expect.stringMatching(/Z$/),
      online_url: null,
      arrival_note: null,
    })
  })

  it('tell what is booked in each: by the price agreed, times the party, without what ended', async () => {
    const jane = await aFacilitator()
    const [busy, idle] = [await aSession(jane), await aSession(jane)]
    const of = async (n: number) => {
      const { userId } = await aUser()
      return { sessionId: busy, n, facilitatorId: jane.facilitatorId, userId }
    }
    await aRecordedBooking(await of(1), { partySize: 3, priceMinor: 1050 })
    await aRecordedBooking(await of(2), { state: 'attended' })
    await aRecordedBooking(await of(3), { state: 'no_show', priceMinor: 0 })
    for (const [n, state] of (['cancelled', 'held', 'offered', 'waitlisted'] as const).entries()) {
      await aRecordedBooking(await of(10 + n), { state })
    }
    const { json } = await ask('GET', '/api/facilitator/sessions', { bearer: jane.bearer })
    expect(json).toMatchObject([
      { id: idle, bookings_count: 0, booked_value: 0 },
      { id: busy, bookings_count: 3, booked_value: 56.5 },
    ])
    const one = await ask('GET', `/api/facilitator/sessions/${busy}`, { bearer: jane.bearer })
    expect(one.json).toMatchObject({ id: busy, bookings_count: 3, booked_value: 56.5 })
  })

  it('go on at their link, a hundred at a time, none missing and none twice', async () => {
    const jane = await aFacilitator()
    const made: number[] = []
    const startTime = Date.now() + DAY_MS
    for (let n = 0; n < 120; n++) {
      made.unshift(await aSession(jane, { startTime: startTime + Math.floor(n / 50) }))
    }
    const first = await ask('GET', '/api/facilitator/sessions', { bearer: jane.bearer })
    const path = nextOf(first.headers)
    expect(first.json).toHaveLength(100)
    const second = await ask('GET', path ?? '', { bearer: jane.bearer })
    expect(nextOf(second.headers)).toBeUndefined()
    const seen = [...first.json, ...second.json].map(({ id }: { id: number }) => id)
    expect(seen).toEqual(made)
  })
})

it('one session comes with all that its editor needs', async () => {
  const jane = await aFacilitator()
  const id = await aSession(jane, {
    status: 'draft',
    onlineUrl: 'https://example.com/room',
    arrivalNote: 'Ring twice',
  })
  const { json } = await ask('GET', `/api/facilitator/sessions/${id}`, { bearer: jane.bearer })
  expect(json).toMatchObject({
    id,
    status: 'draft',
    online_url: 'https://example.com/room',
    arrival_note: 'Ring twice',
    time_zone: 'Europe/Amsterdam',
    bookings_count: 0,
  })
})

describe('her sessions of some dates', () => {
  it('are those that run on them, a retreat on any of its days', async () => {
    const jane = await aFacilitator()
    const on = (start: string, end: string, more: object = {}) =>
      aSession(jane, { startTime: Date.parse(start), endTime: Date.parse(end), ...more })
    await on('2027-04-30T22:00Z', '2027-05-01T00:00Z')
    const first = await on('2027-05-01T00:00Z', '2027-05-01T01:00Z')
    const long = await on('2027-04-02T12:00Z', '2027-06-01T10:00Z', { sessionType: 'retreat' })
    const overnight = await on('2027-04-30T23:00Z', '2027-05-01T00:30Z', { status: 'cancelled' })
    const last = await on('2027-05-31T23:30Z', '2027-06-01T00:30Z', { status: 'draft' })
    await on('2027-06-01T00:00Z', '2027-06-01T01:00Z')
    const of = async (query: string) => {
      const path = `/api/facilitator/sessions?${query}`
      const { json } = await ask('GET', path, { bearer: jane.bearer })
      return json.map(({ id }: { id: number }) => id)
    }
    const may = 'from=2027-05-01&to=2027-05-31'
    expect(await of(may)).toEqual([last, first, overnight, long])
    expect(await of(`${may}&show=drafts`)).toEqual([last])
    expect(await of('to=2027-04-02')).toEqual([long])
    expect(await of('from=2027-06-02')).toEqual([])
  })

  it.each(['from=2027-02-30', 'to=tomorrow'])('%s is refused, and named', async (query) => {
    const { bearer } = await aFacilitator()
    const path = query.split('=')[0]
    expect(await ask('GET', `/api/facilitator/sessions?${query}`, { bearer })).toMatchObject({
      status: 400,
      json: { code: 'invalid', details: [{ path }] },
    })
  })
})

it('neither list reads a whole table or sorts', async () => {
  const db = openDb(env.DB)
  const span = { begins: Date.now(), ends: Date.now() + 42 * DAY_MS }
  const page = { now: Date.now(), after: { at: Date.now(), id: 7 }, limit: 101 }
  for (const [show, after] of SHOWS.flatMap((show) =>
    [null, page.after].map((at) => [show, at] as const),
  )) {
    for (const when of [span, { begins: null, ends: null }]) {
      const plan = await planOf(listOwnSessions(db, 1, { ...page, ...when, show, after }))
      expect(plan).toMatch(/SEARCH sessions USING INDEX sessions_(facilitator|coming)/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  }
  const booked = await planOf(listBooked(db, [1, 2, 3]))
  expect(booked).toMatch(/SEARCH bookings USING INDEX bookings_session/)
  expect(booked).not.toMatch(/SCAN (?!json_each)/)
})
