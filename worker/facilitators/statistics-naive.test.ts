import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { BOOKING_STATES, type bookings, users } from '../db/schema'
import { aRecordedBooking } from '../test/bookings'
import { aCtx, aFacilitator, aSession, aUser } from '../test/factories'
import { statisticsQuery } from './schema'
import { findStatistics } from './statistics'

/*
 * Her numbers, counted again one row at a time and by another calendar: Intl here, Temporal there.
 * The days lie around the nights in which clocks change, in autumn and in spring. Some sessions
 * have not begun yet: those are not held.
 */

const DAY_MS = 86_400_000
const NOW = Date.parse('2027-03-28T01:00Z')
const RANGE = { from: '2026-10-20', to: '2027-04-10' }
const ZONES = ['America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC']
const STATES = BOOKING_STATES.flatMap((state) =>
  state === 'confirmed' ? [state, state, state] : [state],
)
const COUNTED = ['confirmed', 'attended', 'no_show']

type Made = Pick<
  typeof bookings.$inferSelect,
  'state' | 'partySize' | 'priceMinor' | 'createdAt' | 'waitedAt'
> & { startTime: number; zone: string; capacity: number }

it.each(ZONES)('her numbers are those of a naive count, in %s', async (zone) => {
  const random = randomFrom(zone.length)
  const jane = await aFacilitator()
  await openDb(env.DB).update(users).set({ timeZone: zone }).where(eq(users.id, jane.userId))
  const { sessions, rows } = await aBusyAutumn(jane, random)
  const identity = { ...jane, signInId: 'here', role: 'facilitator', expiresAt: Infinity } as const
  const numbers = await findStatistics(aCtx({ now: NOW, identity }), statisticsQuery.parse(RANGE))
  const within = rows.filter(({ createdAt }) => isWithin(dateIn(zone, createdAt)))

  expect(numbers.totals).toEqual(totalsOf(within))
  for (const day of numbers.days) {
    const { date, ...counted } = day
    expect(counted).toEqual(totalsOf(within.filter((row) => dateIn(zone, row.createdAt) === date)))
  }
  for (const { from, to, ...counted } of numbers.periods) {
    const inPeriod = (row: Made) => {
      const date = dateIn(zone, row.createdAt)
      return from <= date && date <= to
    }
    expect(counted).toEqual(totalsOf(within.filter(inPeriod)))
  }
  for (const { from_hours, to_hours, bookings } of numbers.lead_times) {
    const hours = (row: Made) => (row.startTime - row.createdAt) / 3_600_000
    const isIn = (row: Made) => hours(row) >= from_hours && hours(row) < (to_hours ?? Infinity)
    expect(bookings).toBe(within.filter((row) => isCounted(row) && isIn(row)).length)
  }
  expect(numbers.waiting_list).toEqual(waitedOf(within))
  const held = sessions.filter(({ startTime }) => startTime < NOW)
  expect(held.length).toBeLessThan(sessions.length)
  expect(numbers.fill).toEqual(fillOf(held.filter((one) => isWithin(dateIn(zone, one.startTime)))))
})

const isWithin = (date: string) => RANGE.from <= date && date <= RANGE.to
const isCounted = ({ state }: Pick<Made, 'state'>) => COUNTED.includes(state)

/** Sessions of two places, each with its bookings; starts and bookings lie thickly around midnights. */
async function aBusyAutumn(jane: { facilitatorId: number }, random: () => number) {
  const { userId } = await aUser()
  const sessions: { startTime: number; zone: string; capacity: number; seats: number }[] = []
  const rows: Made[] = []
  for (let i = 0; i < 24; i++) {
    const startTime = Date.parse('2026-10-18T22:30Z') + Math.floor(random() * 180 * 48) * 1_800_000
    const zone = i % 2 ? 'Europe/Amsterdam' : 'America/New_York'
    const capacity = 4 + Math.floor(random() * 20)
    const made = Array.from({ length: 8 }, () => aBooking(startTime, zone, capacity, random))
    const seats = made.filter(isCounted).reduce((sum, row) => sum + row.partySize, 0)
    const overrides = { startTime, timeZone: zone, capacity, taken: seats }
    const sessionId = await aSession(jane, overrides)
    const of = { sessionId, userId, facilitatorId: jane.facilitatorId }
    await Promise.all(
      made.map(({ state, partySize, priceMinor, createdAt, waitedAt }, at) =>
        aRecordedBooking(
          { ...of, n: at + 1 },
          { state, partySize, priceMinor, createdAt, waitedAt },
        ),
      ),
    )
    sessions.push({ startTime, zone, capacity, seats })
    rows.push(...made)
  }
  return { sessions, rows }
}

function aBooking(startTime: number, zone: string, capacity: number, random: () => number): Made {
  const state = STATES[Math.floor(random() * STATES.length)] ?? 'confirmed'
  const createdAt = startTime - Math.floor(random() * 40 * DAY_MS)
  const waited = ['waitlisted', 'offered', 'left', 'declined'].includes(state) || random() < 0.2
  return {
    ...{ state, createdAt, startTime, zone, capacity },
    partySize: 1 + Math.floor(random() * 3),
    priceMinor: Math.floor(random() * 5_000),
    waitedAt: waited ? createdAt : null,
  }
}

function totalsOf(rows: Made[]) {
  const counted = rows.filter(isCounted)
  const valueMinor = counted.reduce((sum, row) => sum + row.priceMinor * row.partySize, 0)
  return {
    bookings: counted.length,
    seats: counted.reduce((sum, row) => sum + row.partySize, 0),
    cancelled: rows.filter(({ state }) => state === 'cancelled').length,
    booked_value: valueMinor / 100,
  }
}

function waitedOf(rows: Made[]) {
  const waited = rows.filter(({ waitedAt }) => waitedAt !== null)
  const of = (...states: string[]) => waited.filter(({ state }) => states.includes(state)).length
  return {
    joined: waited.length,
    seated: of(...COUNTED, 'cancelled'),
    offered: of('offered'),
    waiting: of('waitlisted'),
    went_without: of('left', 'declined', 'expired', 'held'),
  }
}

function fillOf(sessions: { startTime: number; zone: string; capacity: number; seats: number }[]) {
  const cells: {
    weekday: number
    hour: number
    sessions: number
    seats: number
    capacity: number
  }[] = []
  for (let weekday = 1; weekday <= 7; weekday++) {
    for (let hour = 0; hour < 24; hour++) {
      const there = sessions.filter(
        (one) =>
          weekdayIn(one.zone, one.startTime) === weekday &&
          hourIn(one.zone, one.startTime) === hour,
      )
      const sum = (field: 'seats' | 'capacity') => there.reduce((all, one) => all + one[field], 0)
      if (there.length > 0) {
        cells.push({
          weekday,
          hour,
          sessions: there.length,
          seats: sum('seats'),
          capacity: sum('capacity'),
        })
      }
    }
  }
  return cells
}

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const dateIn = (zone: string, at: number) =>
  shown(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, at)
const weekdayIn = (zone: string, at: number) =>
  WEEK.indexOf(shown(zone, { weekday: 'short' }, at)) + 1
const hourIn = (zone: string, at: number) =>
  Number(shown(zone, { hour: '2-digit', hourCycle: 'h23' }, at))

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a thousand times using one. */
function shown(timeZone: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = JSON.stringify([timeZone, options])
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-CA', { timeZone, ...options })
  formats.set(key, format)
  return format.format(at)
}

/** The same every time: a failure can be looked at again. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
