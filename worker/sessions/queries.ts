import { and, asc, between, desc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import { LIVE } from '../bookings/seats'
import type { Db } from '../db/client'
import { bookings, facilitators, sessionKeys, sessions, users } from '../db/schema'
import { hourOf } from './hour'
import type { SessionRow } from './session'

export type NewSessionRow = Omit<typeof sessions.$inferInsert, 'id' | 'hour'>
export type SessionKey = { facilitatorId: number; key: string; fingerprint: string }
export type Made = { fingerprint: string; sessions: SessionRow[] }

/** What publishing needs to know of a facilitator who has not left, and what her earlier press with this key made. */
export async function getMaker(db: Db, facilitatorId: number, key: string | null) {
  const maker = db
    .select({ approvedAt: facilitators.approvedAt, timeZone: users.timeZone })
    .from(facilitators)
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(and(eq(facilitators.id, facilitatorId), isNull(users.erasedAt)))
  const [[found], made] = await db.batch([maker, madeBefore(db, facilitatorId, key ?? '')])
  return { maker: found ?? null, made: together(made) }
}

export async function getMade(db: Db, facilitatorId: number, key: string) {
  return together(await madeBefore(db, facilitatorId, key))
}

/**
 * One transaction, so that a key known already undoes the sessions made beside it. Their ids follow
 * each other, in the order of `rows`.
 */
export async function insertSessions(
  db: Db,
  rows: readonly [NewSessionRow, ...NewSessionRow[]],
  key: SessionKey | null,
): Promise<SessionRow[]> {
  const insert = (row: NewSessionRow) =>
    db
      .insert(sessions)
      .values({ ...row, hour: hourOf(row) })
      .returning()
  const [first, ...others] = rows
  const sessionId = sql`last_insert_rowid() - ${others.length}`
  const remembered = key
    ? [db.insert(sessionKeys).values({ ...key, sessionId, sessionCount: rows.length })]
    : []
  const made = await db.batch([insert(first), ...others.map(insert), ...remembered])
  return made.slice(0, rows.length).flatMap((answer) => (Array.isArray(answer) ? answer : []))
}

export async function isApproved(db: Db, facilitatorId: number): Promise<boolean> {
  const [row] = await db
    .select({ approvedAt: facilitators.approvedAt })
    .from(facilitators)
    .where(eq(facilitators.id, facilitatorId))
  return row?.approvedAt != null
}

/** Null: there is no such session. */
export async function getHidden(db: Db, id: number): Promise<{ hiddenAt: number | null } | null> {
  const { hiddenAt } = sessions
  const [row] = await db.select({ hiddenAt }).from(sessions).where(eq(sessions.id, id))
  return row ?? null
}

/** More than these nobody reads, and one is reason enough to look. */
const OVERLAPS_MAX = 20

/** Her sessions and drafts at that time, other than one; the soonest first. */
export function listOverlapping(
  db: Db,
  facilitatorId: number,
  span: { startTime: number; endTime: number; except: number | null },
) {
  const { id, title, startTime, endTime, timeZone, status } = sessions
  return db
    .select({ id, title, startTime, endTime, timeZone, status })
    .from(sessions)
    .where(
      and(
        eq(sessions.facilitatorId, facilitatorId),
        ne(status, 'cancelled'),
        lt(startTime, span.endTime),
        gt(endTime, span.startTime),
        span.except === null ? undefined : ne(id, span.except),
      ),
    )
    .orderBy(asc(startTime), asc(id))
    .limit(OVERLAPS_MAX)
}

// A batch tells columns apart by their bare names, so no two of one query may be called the same.
/** D1's copy of a session, with the live booking of `userId`; for when its desk does not answer. */
export async function getCopy(db: Db, id: number, userId: number | null) {
  const [[copy], [mine]] = await db.batch([
    db
      .select({ session: sessions, facilitator: { userId: facilitators.userId, name: users.name } })
      .from(sessions)
      .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
      .innerJoin(users, eq(users.id, facilitators.userId))
      .where(eq(sessions.id, id)),
    db
      .select()
      .from(bookings)
      .where(
        and(
          eq(bookings.userId, userId ?? 0),
          eq(bookings.sessionId, id),
          inArray(bookings.state, LIVE),
        ),
      )
      .orderBy(desc(bookings.id))
      .limit(1),
  ])
  return copy ? { ...copy, mine: mine ?? null } : null
}

function madeBefore(db: Db, facilitatorId: number, key: string) {
  const last = sql`${sessionKeys.sessionId} + ${sessionKeys.sessionCount} - 1`
  return db
    .select({ fingerprint: sessionKeys.fingerprint, session: sessions })
    .from(sessionKeys)
    .innerJoin(sessions, between(sessions.id, sessionKeys.sessionId, last))
    .where(and(eq(sessionKeys.facilitatorId, facilitatorId), eq(sessionKeys.key, key)))
    .orderBy(sessions.id)
}

/** All that one press made. */
function together(rows: Awaited<ReturnType<typeof madeBefore>>): Made | null {
  const [first] = rows
  return first
    ? { fingerprint: first.fingerprint, sessions: rows.map(({ session }) => session) }
    : null
}
