import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { bookings, sessions } from '../db/schema'

export type Range = { facilitatorId: number; begins: number; ends: number }
/** Epoch ms at which each day begins, and the last one ends. */
export type Days = readonly { begins: number; ends: number }[]

const isCounted = sql`${bookings.state} in ('confirmed', 'attended', 'no_show')`
const isCancelled = sql`${bookings.state} = 'cancelled'`
const countOf = (condition: ReturnType<typeof sql>) =>
  sql<number>`count(case when ${condition} then 1 end)`
const sumOf = (value: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(case when ${isCounted} then ${value} end), 0)`

/** All four in one round trip. */
export function readStatistics(db: Db, range: Range, days: Days, leadHours: readonly number[]) {
  return db.batch([
    countByDay(db, range, days),
    countByLead(db, range, leadHours),
    countCancelled(db, range),
    listHeld(db, range),
  ])
}

/** For each day on which something was booked: its place in `days`, and how much it was. */
export function countByDay(db: Db, { facilitatorId }: Range, days: Days) {
  // One JSON parameter: SQLite knows no zones, so what a day is was reckoned before.
  const day = sql`json_each(${JSON.stringify(days)}) as day`
  return db
    .select({
      at: sql<number>`day.key`.as('day'),
      bookings: countOf(isCounted).as('booked'),
      seats: sumOf(sql`${bookings.partySize}`).as('seats'),
      valueMinor: sumOf(sql`${bookings.priceMinor} * ${bookings.partySize}`).as('value_minor'),
      cancelled: countOf(isCancelled).as('cancelled'),
    })
    .from(day)
    .crossJoin(bookings)
    .where(
      and(
        eq(bookings.facilitatorId, facilitatorId),
        gte(bookings.createdAt, sql`day.value ->> 'begins'`),
        lt(bookings.createdAt, sql`day.value ->> 'ends'`),
      ),
    )
    .groupBy(sql`day.key`)
}

/** How long before the start: how many of `leadHours` fit in between, and so many bookings. */
export function countByLead(db: Db, range: Range, leadHours: readonly number[]) {
  const hours = sql`(${sessions.startTime} - ${bookings.createdAt}) / 3600000.0`
  const steps = leadHours.map((step) => sql`(${hours} >= ${step})`)
  const lead = sql<number>`${sql.join(steps, sql` + `)}`
  return db
    .select({ lead: lead.as('lead'), bookings: count().as('booked') })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(and(madeIn(range), isCounted))
    .groupBy(sql`lead`)
}

/** Who ended the bookings that were made in this time, and how many of them late. */
export function countCancelled(db: Db, range: Range) {
  return db
    .select({
      by: bookings.cancelledBy,
      bookings: count().as('booked'),
      late: countOf(sql`${bookings.late}`).as('late_ones'),
    })
    .from(bookings)
    .where(and(madeIn(range), isCancelled))
    .groupBy(bookings.cancelledBy)
}

/** What was or will be held in this time, with the seats that are confirmed in it. */
export function listHeld(db: Db, { facilitatorId, begins, ends }: Range) {
  return db
    .select({
      startTime: sessions.startTime,
      timeZone: sessions.timeZone,
      capacity: sessions.capacity,
      seats: sql<number>`${sessions.taken} - ${sessions.pending}`.as('seats'),
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.facilitatorId, facilitatorId),
        gte(sessions.startTime, begins),
        lt(sessions.startTime, ends),
        eq(sessions.status, 'active'),
      ),
    )
}

function madeIn({ facilitatorId, begins, ends }: Range) {
  return and(
    eq(bookings.facilitatorId, facilitatorId),
    gte(bookings.createdAt, begins),
    lt(bookings.createdAt, ends),
  )
}
