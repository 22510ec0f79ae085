import { eq, getTableColumns, sql } from 'drizzle-orm'
import { openDb } from '../../db/client'
import { bookings, facilitators, sessions, users } from '../../db/schema'
import { SOMEBODY } from '../words'
import type { Snapshot } from './store'

/** All that D1 knows of a session, in one batch on the primary; null when there is no such session. */
export async function readSnapshot(d1: D1Database, sessionId: number): Promise<Snapshot | null> {
  const db = openDb(d1)
  const [[found], rows, persons] = await db.batch([
    db
      .select({
        session: getTableColumns(sessions),
        // A batch answers rows by column name, so the second `id` needs one of its own.
        facilitatorUserId: sql<number>`${users.id}`.as('facilitator_user_id'),
        facilitatorName: users.name,
      })
      .from(sessions)
      .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
      .innerJoin(users, eq(users.id, facilitators.userId))
      .where(eq(sessions.id, sessionId)),
    db.select().from(bookings).where(eq(bookings.sessionId, sessionId)).orderBy(bookings.id),
    db
      .select({
        userId: bookings.userId,
        name: sql<string | null>`coalesce(max(${bookings.called}), ${users.name})`.as('name'),
        email: users.email,
      })
      .from(bookings)
      // A booking without its user must not keep everybody else from the session.
      .leftJoin(users, eq(users.id, bookings.userId))
      .where(eq(bookings.sessionId, sessionId))
      .groupBy(bookings.userId),
  ])
  if (!found) return null
  const { session, facilitatorUserId, facilitatorName } = found
  return {
    session,
    facilitator: {
      id: session.facilitatorId,
      userId: facilitatorUserId,
      name: facilitatorName || SOMEBODY,
    },
    bookings: rows,
    people: persons.map(({ userId, name, email }) => {
      return { userId, name: name || SOMEBODY, email: email ?? '' }
    }),
  }
}
