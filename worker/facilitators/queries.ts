import { and, asc, count, desc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import type { BookingState } from '../bookings/booking'
import { aheadOf } from '../bookings/queries'
import type { Db } from '../db/client'
import { bookings, sessions, users } from '../db/schema'
import type { Cursor } from '../paging'
import { RETREAT_MAX_DAYS } from '../sessions/terms'
import type { Show } from './schema'

type Page = { after: Cursor | null; limit: number }
/** Epoch ms between which something runs; null where it does not matter. */
type Span = { begins: number | null; ends: number | null }

/** What counts as a booking and as revenue: the price agreed, kept on the booking, times the party. */
export const COUNTED: BookingState[] = ['confirmed', 'attended', 'no_show']
/** Waiting, offered and held ones have lists of their own. */
const LISTED: BookingState[] = [...COUNTED, 'cancelled']

const LONGEST_MS = RETREAT_MAX_DAYS * 86_400_000

const totals = {
  rows: count(),
  valueMinor: sql<number>`coalesce(sum(${bookings.priceMinor} * ${bookings.partySize}), 0)`,
}
export type Booked = { rows: number; valueMinor: number }

/** Her sessions: what comes soonest first, all else the latest start first. */
export function listOwnSessions(
  db: Db,
  facilitatorId: number,
  { show, now, after, limit, ...span }: Page & Span & { show: Show; now: number },
) {
  const place = sql`(${sessions.startTime}, ${sessions.id})`
  const isRising = show === 'coming'
  const further = isRising ? sql`>` : sql`<`
  const order = isRising ? asc : desc
  return db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.facilitatorId, facilitatorId),
        shown(show, now),
        ...running(span),
        after ? sql`${place} ${further} (${after.at}, ${after.id})` : undefined,
      ),
    )
    .orderBy(order(sessions.startTime), order(sessions.id))
    .limit(limit)
}

function running({ begins, ends }: Span) {
  return [
    ends === null ? undefined : lt(sessions.startTime, ends),
    begins === null ? undefined : gt(sessions.endTime, begins),
    // Nothing lasts longer: so the index by start has a lower end too.
    begins === null ? undefined : gt(sessions.startTime, begins - LONGEST_MS),
  ]
}

function shown(show: Show, now: number) {
  switch (show) {
    case 'coming':
      return and(eq(sessions.status, 'active'), gt(sessions.endTime, now))
    case 'past':
      return and(eq(sessions.status, 'active'), lte(sessions.endTime, now))
    case 'drafts':
      return eq(sessions.status, 'draft')
    case 'cancelled':
      return eq(sessions.status, 'cancelled')
    case 'all':
      return undefined
  }
}

/** What is booked in each of these sessions; those without a booking have no row. */
export function listBooked(db: Db, sessionIds: number[]) {
  // One JSON parameter: D1 takes no more than a hundred.
  const ids = sql`(select value from json_each(${JSON.stringify(sessionIds)}))`
  return db
    .select({ sessionId: bookings.sessionId, ...totals })
    .from(bookings)
    .where(and(sql`${bookings.sessionId} in ${ids}`, inArray(bookings.state, COUNTED)))
    .groupBy(bookings.sessionId)
}

/** Bookings of all her sessions, newest first; who booked is joined from `users`. */
export function listBookings(db: Db, facilitatorId: number, page: Page) {
  return bookingsWhere(db, eq(bookings.facilitatorId, facilitatorId), page)
}

/** The same of one session. */
export function listBookingsOf(db: Db, sessionId: number, page: Page) {
  return bookingsWhere(db, eq(bookings.sessionId, sessionId), page)
}

/** Who waits for one of them, or is offered seats in it: the longest first, as the list goes. */
export function listWaitingIn(db: Db, sessionId: number, { after, limit }: Page) {
  return db
    .select({ ...ROW, ahead: aheadOf })
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        eq(bookings.sessionId, sessionId),
        inArray(bookings.state, ['waitlisted', 'offered']),
        after ? gt(bookings.id, after.id) : undefined,
      ),
    )
    .orderBy(asc(bookings.id))
    .limit(limit)
}

/** Whether this session is hers. */
export async function owns(db: Db, facilitatorId: number, sessionId: number): Promise<boolean> {
  const [row] = await db
    .select({ facilitatorId: sessions.facilitatorId })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
  return row?.facilitatorId === facilitatorId
}

export async function getOwn(db: Db, facilitatorId: number, sessionId: number) {
  const [row] = await db
    .select({ id: sessions.id, timeZone: sessions.timeZone })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.facilitatorId, facilitatorId)))
  return row ?? null
}

/** How many sessions she has, and how much was booked in all of them. */
export async function countAll(db: Db, facilitatorId: number, now: number) {
  const [[held], [booked]] = await db.batch([
    countSessions(db, facilitatorId, now),
    countBookings(db, facilitatorId),
  ])
  return {
    sessions: held ?? { total: 0, active: 0, upcoming: 0 },
    booked: booked ?? { rows: 0, valueMinor: 0 },
  }
}

export function countSessions(db: Db, facilitatorId: number, now: number) {
  const isActive = eq(sessions.status, 'active')
  const isUpcoming = and(isActive, gt(sessions.startTime, now))
  return db
    .select({
      total: count(),
      active: sql<number>`count(case when ${isActive} then 1 end)`.as('active'),
      upcoming: sql<number>`count(case when ${isUpcoming} then 1 end)`.as('upcoming'),
    })
    .from(sessions)
    .where(eq(sessions.facilitatorId, facilitatorId))
}

export function countBookings(db: Db, facilitatorId: number) {
  return db
    .select(totals)
    .from(bookings)
    .where(and(eq(bookings.facilitatorId, facilitatorId), inArray(bookings.state, COUNTED)))
}

function bookingsWhere(db: Db, mine: ReturnType<typeof eq>, { after, limit }: Page) {
  return db
    .select(ROW)
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        mine,
        inArray(bookings.state, LISTED),
        after
          ? sql`(${bookings.createdAt}, ${bookings.id}) < (${after.at}, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(bookings.createdAt), desc(bookings.id))
    .limit(limit)
}

const ROW = {
  booking: bookings,
  user: {
    id: users.id,
    name: sql<string>`coalesce(${bookings.called}, ${users.name})`.as('user_name'),
    email: users.email,
  },
  session: {
    id: sessions.id,
    title: sessions.title,
    sessionType: sessions.sessionType,
    startTime: sessions.startTime,
    timeZone: sessions.timeZone,
  },
}
