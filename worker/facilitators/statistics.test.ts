import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { BOOKING_STATES, users } from '../db/schema'
import { aRecordedBooking } from '../test/bookings'
import { ask } from '../test/client'
import { aCtx, aFacilitator, aSession, aUser } from '../test/factories'
import { planOf } from '../test/plan'
import { statisticsQuery } from './schema'
import { findStatistics } from './statistics'
import {
  countByLead,
  countBySpan,
  countCancelled,
  countWaited,
  findFirstBooked,
  findFirstHeld,
  findZone,
  listHeld,
} from './statistics-queries'

const HOUR_MS = 3_600_000
const BEARER = { signInId: 'here', role: 'facilitator' as const, expiresAt: Infinity }
const searchOf = (query: string) => Object.fromEntries(new URLSearchParams(query))
const facilitatorIn = async (timeZone: string) => {
  const facilitator = await aFacilitator()
  const hers = eq(users.id, facilitator.userId)
  await openDb(env.DB).update(users).set({ timeZone }).where(hers)
  return facilitator
}
const statistics = (bearer: string, query = '') =>
  ask('GET', `/api/facilitator/statistics?${query}`, { bearer })

describe('a facilitator’s statistics', () => {
  it('count her bookings by the day they were made, on her own clocks', async () => {
    const [jane, mary] = [await facilitatorIn('Europe/Amsterdam'), await aFacilitator()]
    const { userId } = await aUser()
    const sessionId = await aSession(jane)
    const of = (n: number, whose = jane) => ({
      ...{ sessionId: whose === jane ? sessionId : sessionId + 1_000, n },
      ...{ facilitatorId: whose.facilitatorId, userId },
    })
    // Amsterdam's first of May begins at 22:00 the evening before, by Greenwich.
    const at = (time: string) => ({ createdAt: Date.parse(time) })
    await aRecordedBooking(of(1), at('2027-04-30T21:59:59Z'))
    await aRecordedBooking(of(2), { ...at('2027-04-30T22:00Z'), partySize: 2, priceMinor: 1250 })
    await aRecordedBooking(of(3), { ...at('2027-05-01T10:00Z'), state: 'attended' })
    await aRecordedBooking(of(4), { ...at('2027-05-01T21:59Z'), state: 'cancelled' })
    await aRecordedBooking(of(5), { ...at('2027-05-01T12:00Z'), state: 'waitlisted' })
    await aRecordedBooking(of(6), { ...at('2027-05-02T22:30Z'), state: 'no_show' })
    await aRecordedBooking(of(1, mary), at('2027-05-01T12:00Z'))
    const { status, json } = await statistics(jane.bearer, 'from=2027-05-01&to=2027-05-03')
    expect(status).toBe(200)
    expect(json).toMatchObject({
      ...{ from: '2027-05-01', to: '2027-05-03', time_zone: 'Europe/Amsterdam', currency: 'EUR' },
      totals: { bookings: 3, seats: 4, cancelled: 1, booked_value: 75 },
      days: [
        { date: '2027-05-01', bookings: 2, seats: 3, cancelled: 1, booked_value: 50 },
        { date: '2027-05-02', bookings: 0, seats: 0, cancelled: 0, booked_value: 0 },
        { date: '2027-05-03', bookings: 1, seats: 1, cancelled: 0, booked_value: 25 },
      ],
    })
  })

  it('tell how full each weekday and hour is, on the clocks of where it is held', async () => {
    const jane = await aFacilitator()
    const on = (time: string, more: object) =>
      aSession(jane, { startTime: Date.parse(time), capacity: 10, ...more })
    // Two Mondays at seven in Amsterdam, before and after the clocks change; one Sunday in New York.
    await on('2027-03-22T18:00Z', { taken: 5, pending: 1 })
    await on('2027-03-29T17:00Z', { taken: 10 })
    await on('2027-03-29T00:30Z', { taken: 2, timeZone: 'America/New_York' })
    await on('2027-03-29T17:00Z', { taken: 9, status: 'cancelled' })
    await on('2027-04-01T17:00Z', { taken: 9 })
    const query = statisticsQuery.parse({ from: '2027-03-01', to: '2027-03-31' })
    const fillAt = async (now: string) => {
      const ctx = aCtx({ now: Date.parse(now), identity: { ...jane, ...BEARER } })
      return (await findStatistics(ctx, query)).fill
    }
    expect(await fillAt('2027-05-01T12:00Z')).toEqual([
      { weekday: 1, hour: 19, sessions: 2, seats: 14, capacity: 20 },
      { weekday: 7, hour: 20, sessions: 1, seats: 2, capacity: 10 },
    ])
    // Not of what is later on the same day.
    expect(await fillAt('2027-03-29T17:00Z')).toEqual([
      { weekday: 1, hour: 19, sessions: 1, seats: 4, capacity: 10 },
      { weekday: 7, hour: 20, sessions: 1, seats: 2, capacity: 10 },
    ])
    expect(await fillAt('2027-03-01T12:00Z')).toEqual([])
  })

  it('tell how early people book, and who cancels', async () => {
    const jane = await aFacilitator()
    const { userId } = await aUser()
    const startTime = Date.parse('2027-05-31T12:00Z')
    const sessionId = await aSession(jane, { startTime })
    let n = 0
    const book = (hoursBefore: number, more: object = {}) => {
      const of = { sessionId, n: ++n, facilitatorId: jane.facilitatorId, userId }
      return aRecordedBooking(of, { createdAt: startTime - hoursBefore * HOUR_MS, ...more })
    }
    for (const hours of [0.5, 23.99, 24, 71, 72, 200, 719, 720]) await book(hours)
    await book(5, { state: 'cancelled', cancelledBy: 'user', late: true })
    await book(5, { state: 'cancelled', cancelledBy: 'user' })
    await book(5, { state: 'cancelled', cancelledBy: 'facilitator' })
    await book(5, { state: 'cancelled', cancelledBy: 'session' })
    const { json } = await statistics(jane.bearer, 'from=2027-05-01&to=2027-05-31')
    expect(json.lead_times).toEqual([
      { from_hours: 0, to_hours: 24, bookings: 2 },
      { from_hours: 24, to_hours: 72, bookings: 2 },
      { from_hours: 72, to_hours: 168, bookings: 1 },
      { from_hours: 168, to_hours: 336, bookings: 1 },
      { from_hours: 336, to_hours: 720, bookings: 1 },
      { from_hours: 720, to_hours: null, bookings: 1 },
    ])
    expect(json.cancellations).toEqual({ by_user: 2, by_facilitator: 1, by_session: 1, late: 1 })
    expect(json.totals).toMatchObject({ bookings: 8, cancelled: 4, booked_value: 200 })
  })

  it('tell what came of those who waited, as it stands now', async () => {
    const jane = await aFacilitator()
    const { userId } = await aUser()
    const sessionId = await aSession(jane)
    const createdAt = Date.parse('2027-05-10T12:00Z')
    let n = 0
    const join = (state: (typeof BOOKING_STATES)[number], waitedAt: number | null = createdAt) => {
      const of = { sessionId, n: ++n, facilitatorId: jane.facilitatorId, userId }
      return aRecordedBooking(of, { createdAt, state, waitedAt })
    }
    for (const state of BOOKING_STATES) await join(state)
    // Never waited: these say nothing of the list.
    await join('confirmed', null)
    await join('cancelled', null)
    const { json } = await statistics(jane.bearer, 'from=2027-05-10&to=2027-05-10')
    expect(json.waiting_list).toEqual({
      ...{ joined: BOOKING_STATES.length, seated: 4, offered: 1, waiting: 1 },
      went_without: BOOKING_STATES.length - 6,
    })
    const after = await statistics(jane.bearer, 'from=2027-05-11&to=2027-05-11')
    expect(after.json.waiting_list.joined).toBe(0)
  })

  it.each([
    ['last=30d', 'day', 30, '2027-04-02'],
    ['last=90d', 'week', 13, '2027-02-01'],
    ['last=12m', 'month', 12, '2026-06-01'],
    ['last=all', 'month', 33, '2024-09-20'],
    ['from=2027-05-01&to=2027-05-01', 'day', 1, '2027-05-01'],
    ['from=2026-05-02&to=2027-05-01', 'month', 13, '2026-05-02'],
  ])('of %s are put together by the %s', async (query, unit, periods, from) => {
    const jane = await facilitatorIn('Pacific/Auckland')
    await aSession(jane, { startTime: Date.parse('2024-09-19T12:00Z') })
    const now = Date.parse('2027-05-01T08:00Z')
    const ctx = aCtx({ now, identity: { ...jane, ...BEARER } })
    const found = await findStatistics(ctx, statisticsQuery.parse(searchOf(query)))
    expect([found.from, found.to]).toEqual([from, '2027-05-01'])
    expect(found.unit).toBe(unit)
    expect(found.periods).toHaveLength(periods)
    expect(found.periods[0]?.from).toBe(from)
    expect(found.periods.at(-1)?.to).toBe('2027-05-01')
    expect(found.days.length > 0).toBe(query !== 'last=all')
  })

  it('are of the last twelve weeks unless asked otherwise, and full of zeros at first', async () => {
    const { bearer } = await aFacilitator()
    const { json } = await statistics(bearer)
    expect(json.days).toHaveLength(84)
    expect(json.to).toBe(json.days[83].date)
    expect(json.totals).toEqual({ bookings: 0, seats: 0, cancelled: 0, booked_value: 0 })
    expect(json.fill).toEqual([])
    expect((await statistics(bearer, 'from=2027-01-01')).json.days).toHaveLength(84)
    expect((await statistics(bearer, 'to=2027-01-01')).json.from).toBe('2026-10-10')
    expect((await statistics(bearer, 'from=2027-01-01&to=2028-01-01')).json.days).toHaveLength(366)
  })

  it.each([
    ['from=2027-05-02&to=2027-05-01', 'to'],
    ['from=2027-01-01&to=2028-01-02', 'to'],
    ['from=0001-01-01&to=9999-12-31', 'to'],
    ['from=yesterday', 'from'],
    ['from=2027-02-30', 'from'],
    ['from=2027-01-01&from=2027-01-02', 'from'],
    ['to=2027-01-01T10:00', 'to'],
    ['last=7d', 'last'],
    ['last=30d&to=2027-01-01', 'last'],
  ])('%s is refused, and named', async (query, path) => {
    const { bearer } = await aFacilitator()
    expect(await statistics(bearer, query)).toMatchObject({
      status: 400,
      json: { code: 'invalid', details: [{ path }] },
    })
  })
})

it('each number comes by an index', async () => {
  const db = openDb(env.DB)
  const range = { facilitatorId: 1, begins: 0, ends: 9, now: 9 }
  const byDay = await planOf(countBySpan(db, range, [{ begins: 0, ends: 9 }]))
  expect(byDay).toMatch(
    /SEARCH bookings USING INDEX bookings_facilitator \(facilitator_id=\? AND created_at>\? AND created_at<\?\)/,
  )
  const made = [countByLead(db, range, [1, 2]), countCancelled(db, range), countWaited(db, range)]
  for (const query of [...made, findFirstBooked(db, 1)]) {
    const plan = await planOf(query)
    expect(plan).toMatch(/SEARCH bookings USING (COVERING )?INDEX bookings_facilitator/)
    expect(plan).not.toMatch(/\bSCAN/)
  }
  expect(byDay.replace(/SCAN day VIRTUAL TABLE INDEX/, '')).not.toMatch(/\bSCAN/)
  for (const query of [listHeld(db, range), findFirstHeld(db, 1)]) {
    const plan = await planOf(query)
    expect(plan).toMatch(/SEARCH sessions USING (COVERING )?INDEX sessions_facilitator/)
    expect(plan).not.toMatch(/\bSCAN/)
  }
  expect(await planOf(findZone(db, 1))).not.toMatch(/\bSCAN/)
})
