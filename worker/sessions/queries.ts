import {
  and,
  asc,
  between,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  is,
  isNull,
  lt,
  ne,
  SQL,
  sql,
} from 'drizzle-orm'
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

/**
 * One transaction: the sessions, whose ids follow each other in the order of `rows`; or nothing, where
 * another press with this key was first. `made` is what the key stands for after it.
 */
export async function insertSessions(
  db: Db,
  rows: readonly [NewSessionRow, ...NewSessionRow[]],
  key: SessionKey | null,
): Promise<{ inserted: SessionRow[]; made: Made | null }> {
  const [first, ...others] = rows
  const insert = (row: NewSessionRow) =>
    db
      .insert(sessions)
      .select(rowIf(isFree(key), row))
      .returning()
  const remembered = key
    ? [remember(db, key, rows.length), madeBefore(db, key.facilitatorId, key.key)]
    : []
  const answers: unknown[] = await db.batch([insert(first), ...others.map(insert), ...remembered])
  const inserted = answers.slice(0, rows.length).flat() as SessionRow[]
  const made = key ? together(answers.at(-1) as Awaited<ReturnType<typeof madeBefore>>) : null
  return { inserted, made }
}

/** Nothing is made under a key that is known. */
function isFree(key: SessionKey | null): SQL {
  if (!key) return sql`true`
  const known = and(eq(sessionKeys.facilitatorId, key.facilitatorId), eq(sessionKeys.key, key.key))
  return sql`not exists (select 1 from ${sessionKeys} where ${known})`
}

function remember(db: Db, key: SessionKey, count: number) {
  // The sessions were inserted just before, the last of them last.
  const sessionId = sql`last_insert_rowid() - ${count - 1}`
  return db.insert(sessionKeys).select(
    sql`select ${key.facilitatorId}, ${key.key}, ${key.fingerprint}, ${sessionId}, ${count}
        where ${isFree(key)}`,
  )
}

/** An insert that selects takes every column, in the order of the table. */
function rowIf(condition: SQL, row: NewSessionRow): SQL {
  const given: Record<string, unknown> = { ...row, hour: hourOf(row) }
  const values = Object.entries(getTableColumns(sessions)).map(([field, column]) => {
    const value = given[field] ?? column.default ?? null
    return value === null || is(value, SQL) ? sql`${value}` : sql`${sql.param(value, column)}`
  })
  return sql`select ${sql.join(values, sql`, `)} where ${condition}`
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
