import { and, count, eq, gte, isNotNull, lt, min, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { bookings, facilitators, sessions, users } from '../db/schema'

export type Range = { facilitatorId: number; begins: number; ends: number; now: number }
/** Epoch ms at which each day, or another stretch of days, begins and ends. */
export type Spans = readonly { begins: number; ends: number }[]

const isCounted = sql`${bookings.state} in ('confirmed', 'attended', 'no_show')`
const isCancelled = sql`${bookings.state} = 'cancelled'`
const countOf = (condition: ReturnType<typeof sql>) =>
  sql<number>`count(case when ${condition} then 1 end)`
const sumOf = (value: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(case when ${isCounted} then ${value} end), 0)`

/** On whose clocks her days are, and when what is counted begins: all in one round trip. */
export async function readBeginning(db: Db, facilitatorId: number) {
  const [[person], [booked], [held]] = await db.batch([
    findZone(db, facilitatorId),
    findFirstBooked(db, facilitatorId),
    findFirstHeld(db, facilitatorId),
  ])
  const beginnings = [booked?.at, held?.at].filter((at) => typeof at === 'number')
  return {
    timeZone: person?.timeZone,
    firstAt: beginnings.length > 0 ? Math.min(...beginnings) : null,
  }
}

export function findZone(db: Db, facilitatorId: number) {
  return db
    .select({ timeZone: users.timeZone })
    .from(facilitators)
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(eq(facilitators.id, facilitatorId))
}

export function findFirstBooked(db: Db, facilitatorId: number) {
  return db
    .select({ at: min(bookings.createdAt) })
    .from(bookings)
    .where(eq(bookings.facilitatorId, facilitatorId))
}

export function findFirstHeld(db: Db, facilitatorId: number) {
  return db
    .select({ at: min(sessions.startTime) })
    .from(sessions)
    .where(eq(sessions.facilitatorId, facilitatorId))
}

/** All of them in one round trip. */
export function readStatistics(db: Db, range: Range, spans: Spans, leadHours: readonly number[]) {
  return db.batch([
    countBySpan(db, range, spans),
    countByLead(db, range, leadHours),
    countCancelled(db, range),
    listHeld(db, range),
    countWaited(db, range),
  ])
}

/** For each span in which something was booked: its place in `spans`, and how much it was. */
export function countBySpan(db: Db, { facilitatorId }: Range, spans: Spans) {
  // One JSON parameter: SQLite knows no zones, so what a day is was reckoned before.
  const day = sql`json_each(${JSON.stringify(spans)}) as day`
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

/** What has begun in this time, with the seats that are confirmed in it: what is to come is not held yet. */
export function listHeld(db: Db, { facilitatorId, begins, ends, now }: Range) {
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
        lt(sessions.startTime, Math.min(ends, now)),
        eq(sessions.status, 'active'),
      ),
    )
}

/** Who joined a waiting list in this time, by where that has led them until now. */
export function countWaited(db: Db, range: Range) {
  return db
    .select({ state: bookings.state, bookings: count().as('booked') })
    .from(bookings)
    .where(and(madeIn(range), isNotNull(bookings.waitedAt)))
    .groupBy(bookings.state)
}

function madeIn({ facilitatorId, begins, ends }: Range) {
  return and(
    eq(bookings.facilitatorId, facilitatorId),
    gte(bookings.createdAt, begins),
    lt(bookings.createdAt, ends),
  )
}
