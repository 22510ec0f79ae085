import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { KnownInD1 } from './bookings/commands'
import { SOMEBODY } from './bookings/words'
import { type Db, openDb } from './db/client'
import { facilitators, sessions, sweepCursor, users } from './db/schema'
import { bookingDesk } from './durable-objects'
import type { Env } from './env'
import { logError } from './log'
import { goOnErasing } from './users/erasure'
import { forgetExpired } from './users/forget-expired'

export const SWEEP_MAX_SESSIONS = 200
/** How long after its end a session is still looked after. */
const LOOKED_AFTER_MS = 7 * 24 * 3_600_000

type Known = KnownInD1 & { id: number }
type Visit = (known: Known) => Promise<boolean>

/**
 * The safety net under alarms that the platform lost: visits desks of sessions to come or just
 * over, a bounded number a run, and goes on next time where it stopped. A desk ahead of D1
 * tells it what it lacks. Returns what was visited and what was behind.
 */
export async function sweep(env: Env, now: number, visit = visitDesk(env)) {
  const db = openDb(env.DB)
  const rows = await listFromCursor(db, now)
  const behind: number[] = []
  for (const known of rows) {
    if (await visitKindly(visit, known)) behind.push(known.id)
  }
  // A short page was the last: begin anew.
  const after = rows.length < SWEEP_MAX_SESSIONS ? 0 : (rows.at(-1)?.id ?? 0)
  await db
    .insert(sweepCursor)
    .values({ id: 1, afterSessionId: after })
    .onConflictDoUpdate({ target: sweepCursor.id, set: { afterSessionId: after } })
  // The desks know best what is behind, so the rest of the house comes after them.
  const erased = await goOnErasing(env, db, now)
  await forgetExpired(db, now)
  console.log({ event: 'sweep', visited: rows.length, behind, erased: erased.length })
  return { visited: rows.map((row) => row.id), behind }
}

function listFromCursor(db: Db, now: number) {
  const cursor = sql`coalesce((SELECT ${sweepCursor.afterSessionId} FROM ${sweepCursor}), 0)`
  return db
    .select({
      id: sessions.id,
      knownRev: sql<number>`max(${sessions.rev}, ${sessions.seatsRev})`,
      // Empty once she is erased.
      facilitatorName: sql<string>`coalesce(nullif(${users.name}, ''), ${SOMEBODY})`,
      hiddenAt: sessions.hiddenAt,
    })
    .from(sessions)
    .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(and(gt(sessions.id, cursor), gt(sessions.endTime, now - LOOKED_AFTER_MS)))
    .orderBy(asc(sessions.id))
    .limit(SWEEP_MAX_SESSIONS)
}

function visitDesk(env: Env): Visit {
  return ({ id, ...known }) => bookingDesk(env, id).reconcile(known)
}

/** One desk in trouble must not keep the sweep from the others. */
async function visitKindly(visit: Visit, known: Known): Promise<boolean> {
  try {
    return await visit(known)
  } catch (error) {
    logError(error, `sweep at desk ${known.id}`)
    return false
  }
}
