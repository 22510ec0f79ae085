import { eq, isNull, sql } from 'drizzle-orm'
import { openDb } from '../db/client'
import { sessions } from '../db/schema'
import type { Env } from '../env'
import { hourOf } from './hour'

export const FILL_MAX_SESSIONS = 500

/**
 * Gives sessions their hour that came into D1 without one: those older than the column, and rows
 * that were put back by hand. A bounded number a run; how many it was is returned.
 */
export async function fillHours(env: Pick<Env, 'DB'>): Promise<number> {
  const db = openDb(env.DB)
  const rows = await listWithoutHour(db)
  const [first, ...others] = rows.map(({ id, ...when }) =>
    // Where its desk has written meanwhile, there is an hour, and it is the right one.
    db
      .update(sessions)
      .set({ hour: hourOf(when) })
      .where(sql`${eq(sessions.id, id)} and ${isNull(sessions.hour)}`),
  )
  if (first) await db.batch([first, ...others])
  return rows.length
}

export function listWithoutHour(db: ReturnType<typeof openDb>) {
  return db
    .select({ id: sessions.id, startTime: sessions.startTime, timeZone: sessions.timeZone })
    .from(sessions)
    .where(isNull(sessions.hour))
    .orderBy(sessions.id)
    .limit(FILL_MAX_SESSIONS)
}
