import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { bookings, facilitators, sessions, users } from '../db/schema'
import type { Cursor } from '../paging'
import type { BookingState } from './booking'
import { LIVE } from './seats'

/** What is or was a seat. Whoever waits has a list of their own; whose wait ended had none. */
const SEATS: readonly BookingState[] = ['confirmed', 'attended', 'no_show', 'cancelled']

type Mine = { userId: number; when: 'upcoming' | 'past' | undefined; now: number }
type Page = { after: Cursor | undefined; limit: number }

/** Somebody's bookings with their sessions: coming ones soonest first, past ones and all newest first. */
export function listMine(db: Db, { userId, when, now }: Mine, { after, limit }: Page) {
  const by = when ? sessions.startTime : bookings.createdAt
  const rising = when === 'upcoming'
  const place = sql`(${by}, ${bookings.id})`
  return db
    .select({ booking: bookings, session: sessions, facilitator: { name: users.name } })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(
      and(
        eq(bookings.userId, userId),
        inArray(bookings.state, SEATS),
        ended(when, now),
        after && sql`${place} ${rising ? sql`>` : sql`<`} (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(...(rising ? [asc(by), asc(bookings.id)] : [desc(by), desc(bookings.id)]))
    .limit(limit)
}

/** How many wait longer for the same session. */
export const aheadOf = sql<number>`(select count(*) from bookings as b
  where b.session_id = ${bookings.sessionId} and b.state = 'waitlisted' and b.id < ${bookings.id})`

/** More of one person's than anybody would read beside one another. */
const LIVE_MAX = 500

/** Where somebody waits or is offered seats in what is still to come, the soonest first. */
export function listWaitingOf(db: Db, { userId, now }: Omit<Mine, 'when'>, { after, limit }: Page) {
  const place = sql`(${sessions.startTime}, ${bookings.id})`
  return db
    .select({
      booking: bookings,
      session: sessions,
      facilitator: { name: users.name },
      ahead: aheadOf,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(
      and(
        eq(bookings.userId, userId),
        // An offer that has ended is none, whether or not D1 has heard of it.
        or(
          eq(bookings.state, 'waitlisted'),
          and(eq(bookings.state, 'offered'), gt(bookings.expiresAt, now)),
        ),
        gt(sessions.startTime, now),
        after && sql`${place} > (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(asc(sessions.startTime), asc(bookings.id))
    .limit(limit)
}

/** When somebody is somewhere, or may be. */
export function listLiveTimes(db: Db, { userId, now }: Omit<Mine, 'when'>) {
  return db
    .select({
      bookingId: bookings.id,
      title: sessions.title,
      startTime: sessions.startTime,
      endTime: sessions.endTime,
      timeZone: sessions.timeZone,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(eq(bookings.userId, userId), inArray(bookings.state, LIVE), gt(sessions.endTime, now)),
    )
    .orderBy(asc(sessions.startTime), asc(bookings.id))
    .limit(LIVE_MAX)
}

/** So many cards nobody looks at at once. */
const AVAILABILITY_MAX = 1_000

/** How seats stand in these sessions, or in all to come, the soonest first. Drafts and what is hidden are nobody's business. */
export function listAvailability(db: Db, ids: readonly number[] | null, now: number) {
  const { id, status, capacity, taken, pending, waiting, available } = sessions
  return db
    .select({ id, status, capacity, taken, pending, waiting, available })
    .from(sessions)
    .where(
      and(
        isNull(sessions.hiddenAt),
        ...(ids === null
          ? [eq(status, 'active'), gt(sessions.startTime, now)]
          : [
              ne(status, 'draft'),
              // One JSON parameter: D1 takes no more than a hundred.
              sql`${id} in (select value from json_each(${JSON.stringify(ids)}))`,
            ]),
      ),
    )
    .orderBy(asc(sessions.startTime), asc(id))
    .limit(AVAILABILITY_MAX)
}

function ended(when: Mine['when'], now: number): SQL | undefined {
  if (when === 'upcoming') return gt(sessions.endTime, now)
  if (when === 'past') return lte(sessions.endTime, now)
  return undefined
}
