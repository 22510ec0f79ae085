import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { LIVE } from '../bookings/seats'
import type { Db } from '../db/client'
import { bookings, facilitators, sessionKeys, sessions, users } from '../db/schema'
import { hourOf } from './hour'

export type NewSessionRow = Omit<typeof sessions.$inferInsert, 'id' | 'hour'>
export type SessionKey = { facilitatorId: number; key: string; fingerprint: string }

/** What publishing needs to know of a facilitator, and what her earlier press with this key made. */
export async function getMaker(db: Db, facilitatorId: number, key: string | null) {
  const maker = db
    .select({ approvedAt: facilitators.approvedAt, timeZone: users.timeZone })
    .from(facilitators)
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(eq(facilitators.id, facilitatorId))
  const [[found], [made]] = await db.batch([maker, madeBefore(db, facilitatorId, key ?? '')])
  return { maker: found ?? null, made: made ?? null }
}

export async function getMade(db: Db, facilitatorId: number, key: string) {
  const [made] = await madeBefore(db, facilitatorId, key)
  return made ?? null
}

/** One transaction, so that a key known already undoes the session made beside it. */
export async function insertSession(db: Db, row: NewSessionRow, key: SessionKey | null) {
  const insert = db
    .insert(sessions)
    .values({ ...row, hour: hourOf(row) })
    .returning()
  const [[made]] = key
    ? await db.batch([
        insert,
        db.insert(sessionKeys).values({ ...key, sessionId: sql`last_insert_rowid()` }),
      ])
    : [await insert]
  if (!made) throw new Error('D1 gave no row back')
  return made
}

export async function isApproved(db: Db, facilitatorId: number): Promise<boolean> {
  const [row] = await db
    .select({ approvedAt: facilitators.approvedAt })
    .from(facilitators)
    .where(eq(facilitators.id, facilitatorId))
  return row?.approvedAt != null
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
  return db
    .select({ fingerprint: sessionKeys.fingerprint, session: sessions })
    .from(sessionKeys)
    .innerJoin(sessions, eq(sessions.id, sessionKeys.sessionId))
    .where(and(eq(sessionKeys.facilitatorId, facilitatorId), eq(sessionKeys.key, key)))
}
