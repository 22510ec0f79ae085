import { asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { crmNotifications, deadLetters, erasedDesks, erasures } from '../db/schema'
import { deskCall } from '../durable-objects'
import type { Env } from '../env'
import { logError } from '../log'
import { longestProofMs } from './grant'

export const DESKS_MAX = 100
export const ERASURES_MAX = 20
/** How much longer than a token's life we look again: a desk may have yet to tell D1 of a booking. */
const MARGIN_MS = 3_600_000

type Erase = (sessionId: number, userId: number) => Promise<{ kind: string; code?: string }>

/** What else holds a name: copies that other systems are handed from. */
export function emptyCopies(db: Db, userId: number) {
  const crm = db
    .update(crmNotifications)
    .set({ userName: '', userEmail: '' })
    .where(eq(crmNotifications.userId, userId))
  const letters = db
    .delete(deadLetters)
    .where(or(eq(deadLetters.userId, userId), eq(deadLetters.aboutUserId, userId)))
  return [crm, letters] as const
}

/**
 * Tells the desks that know this person, a bounded number a run. One that fails is told again by
 * the next run, and so is one where a token that outlived its owner booked since. True when none is
 * left.
 */
export async function eraseAtDesks(
  env: Env,
  db: Db,
  userId: number,
  now: number,
  erase: Erase = eraseAt(env),
): Promise<boolean> {
  const ids = await listDesksToTell(db, userId)
  const told: number[] = []
  for (const sessionId of ids) {
    if (await eraseKindly(erase, sessionId, userId)) told.push(sessionId)
  }
  await markTold(db, userId, told, now)
  return told.length === ids.length && ids.length < DESKS_MAX
}

/** For the sweep: goes on with each erasure until all desks know and no token is good any more. */
export async function goOnErasing(
  env: Env,
  db: Db,
  now: number,
  erase: Erase = eraseAt(env),
): Promise<number[]> {
  const open = await db
    .select()
    .from(erasures)
    .where(isNull(erasures.doneAt))
    .orderBy(asc(erasures.requestedAt), asc(erasures.userId))
    .limit(ERASURES_MAX)
  const done: number[] = []
  for (const { userId, requestedAt } of open) {
    await db.batch(emptyCopies(db, userId))
    const isTold = await eraseAtDesks(env, db, userId, now, erase)
    if (!isTold || now < requestedAt + longestProofMs(env) + MARGIN_MS) continue
    await db.batch([
      db.update(erasures).set({ doneAt: now }).where(eq(erasures.userId, userId)),
      db.delete(erasedDesks).where(eq(erasedDesks.userId, userId)),
    ])
    done.push(userId)
  }
  return done
}

/** Desks of sessions booked or given by this person that were not told since. */
async function listDesksToTell(db: Db, userId: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>(sql`
    select known.id from (
      select session_id as id, max(created_at) as since from bookings
        where user_id = ${userId} group by session_id
      union all
      select sessions.id, sessions.created_at from facilitators
        join sessions on sessions.facilitator_id = facilitators.id
        where facilitators.user_id = ${userId}
    ) as known
    left join erased_desks as told on told.user_id = ${userId} and told.session_id = known.id
    where told.erased_at is null or told.erased_at <= known.since
    order by known.id limit ${DESKS_MAX}`)
  return rows.map(({ id }) => id)
}

function eraseAt(env: Env): Erase {
  return (sessionId, userId) => deskCall(env, sessionId, (desk) => desk.erase(userId))
}

/** One desk in trouble must not keep the others from forgetting. */
async function eraseKindly(erase: Erase, sessionId: number, userId: number): Promise<boolean> {
  try {
    const answer = await erase(sessionId, userId)
    // A session that never was knows nobody.
    return answer.kind === 'erased' || answer.code === 'not_found'
  } catch (error) {
    logError(error, `erasure at desk ${sessionId}`)
    return false
  }
}

/** `now` is from before the desks were told: a booking made in between is newer, and told again. */
async function markTold(db: Db, userId: number, sessionIds: number[], now: number) {
  if (sessionIds.length === 0) return
  await db.run(sql`
    insert into ${erasedDesks} (user_id, session_id, erased_at)
    select ${userId}, value, ${now} from json_each(${JSON.stringify(sessionIds)}) where true
    on conflict (user_id, session_id) do update set erased_at = excluded.erased_at`)
}
