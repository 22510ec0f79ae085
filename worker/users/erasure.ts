import { and, asc, desc, eq, isNull, max, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { crmNotifications, erasedDesks, erasures } from '../db/schema'
import { deskCall, facilitatorInbox, withOneRetry } from '../durable-objects'
import type { Env } from '../env'
import { logError } from '../log'
import { emptyingAccount } from './empty-account'
import { closeSockets } from './end-sign-in'
import { longestProofMs } from './grant'

export const DESKS_MAX = 100
export const ERASURES_MAX = 20
/** How much longer than a token's life we look again: a desk may have yet to tell D1 of a booking. */
const MARGIN_MS = 3_600_000

/** Where people are remembered outside of D1. */
export type Places = {
  /** Anything but `erased` or `not_found` is told again. */
  desk: (sessionId: number, userId: number) => Promise<{ kind: string; code?: string }>
  inbox: (facilitatorId: number, userId: number, outsideIds: number[]) => Promise<void>
}

/**
 * Tells the desks that know this person, a bounded number a run, and then the inboxes that those
 * told of them. What fails is told again by the next run, and so is a desk where a token that
 * outlived its owner booked since. True when none is left.
 */
export async function eraseElsewhere(
  env: Env,
  db: Db,
  userId: number,
  now: number,
  places: Places = placesOf(env),
): Promise<boolean> {
  const desks = await listDesksToTell(db, userId, now)
  const erased: typeof desks = []
  for (const desk of desks) {
    if (await eraseKindly(places, desk.sessionId, userId)) erased.push(desk)
  }
  // After their desks, which may have had a name on its way.
  const inboxes = await listInboxesToTell(db, userId, erased)
  const failing = new Set<number>()
  for (const [facilitatorId, outsideIds] of inboxes) {
    if (!(await forgetKindly(places, facilitatorId, userId, outsideIds))) failing.add(facilitatorId)
  }
  const told = erased.filter(({ facilitatorId }) => !failing.has(facilitatorId ?? 0))
  const sessionIds = told.map(({ sessionId }) => sessionId)
  await markTold(db, userId, sessionIds, now)
  return failing.size === 0 && told.length === desks.length && desks.length < DESKS_MAX
}

/** For the sweep: begins what an operator asked for, and goes on with each erasure until all desks know and no token is good any more. */
export async function goOnErasing(
  env: Env,
  db: Db,
  now: number,
  places: Places = placesOf(env),
): Promise<number[]> {
  const open = await db
    .select()
    .from(erasures)
    .where(isNull(erasures.doneAt))
    .orderBy(asc(erasures.requestedAt), asc(erasures.userId))
    .limit(ERASURES_MAX)
  const done: number[] = []
  for (const { userId, requestedAt } of open) {
    await emptyAccount(env, db, userId, now)
    const isTold = await eraseElsewhere(env, db, userId, now, places)
    if (!isTold || now < requestedAt + longestProofMs(env) + MARGIN_MS) continue
    await db.batch([
      db.update(erasures).set({ doneAt: now }).where(eq(erasures.userId, userId)),
      db.delete(erasedDesks).where(eq(erasedDesks.userId, userId)),
    ])
    done.push(userId)
  }
  return done
}

/** Again and again: what was written of them since goes too. */
async function emptyAccount(env: Env, db: Db, userId: number, now: number): Promise<void> {
  const [ended, holders] = await db.batch(emptyingAccount({ db, now }, userId))
  const closing: Promise<unknown>[] = []
  closeSockets({ env, later: (work) => closing.push(work) }, ended, holders)
  for (const { reason } of (await Promise.allSettled(closing)).filter(isRejected)) {
    logError(reason, `sockets of user ${userId}`)
  }
}

function isRejected(settled: PromiseSettledResult<unknown>): settled is PromiseRejectedResult {
  return settled.status === 'rejected'
}

/**
 * Desks of sessions booked or given by this person that were not told since; first those that they
 * have yet to give, where people go on booking.
 */
function listDesksToTell(db: Db, userId: number, now: number) {
  return db.all<{ sessionId: number; facilitatorId: number | null }>(sql`
    select known.id as "sessionId", known.facilitator_id as "facilitatorId" from (
      select session_id as id, max(created_at) as since, facilitator_id, false as is_coming
        from bookings where user_id = ${userId} group by session_id
      union all
      select sessions.id, sessions.created_at, null,
        sessions.status = 'active' and sessions.end_time > ${now} from facilitators
        join sessions on sessions.facilitator_id = facilitators.id
        where facilitators.user_id = ${userId}
    ) as known
    left join erased_desks as told on told.user_id = ${userId} and told.session_id = known.id
    where told.erased_at is null or told.erased_at <= known.since
    order by known.is_coming desc, known.id limit ${DESKS_MAX}`)
}

/**
 * Facilitators who were told of this person: by these desks, and by an outside system, whose notices
 * are known by their rows in the log. Nothing says which rows came from there, or that these inboxes
 * have forgotten: every run tells them, those of the newest rows if they are very many.
 */
async function listInboxesToTell(
  db: Db,
  userId: number,
  desks: { facilitatorId: number | null }[],
): Promise<Map<number, number[]>> {
  const outside = await db
    .select({
      facilitatorId: crmNotifications.facilitatorId,
      ids: sql<string>`json_group_array(${crmNotifications.id})`,
    })
    .from(crmNotifications)
    .where(and(eq(crmNotifications.userId, userId), isEmptied))
    .groupBy(crmNotifications.facilitatorId)
    .orderBy(desc(max(crmNotifications.id)))
    .limit(DESKS_MAX)
  const byDesks = desks.flatMap(({ facilitatorId }) => facilitatorId ?? [])
  return new Map<number, number[]>([
    ...byDesks.map((facilitatorId) => [facilitatorId, []] as const),
    ...outside.map(({ facilitatorId, ids }) => [facilitatorId, JSON.parse(ids)] as const),
  ])
}

const isEmptied = and(eq(crmNotifications.userName, ''), eq(crmNotifications.userEmail, ''))

function placesOf(env: Env): Places {
  return {
    desk: (sessionId, userId) => deskCall(env, sessionId, (desk) => desk.erase(userId)),
    inbox: (facilitatorId, userId, outsideIds) =>
      withOneRetry(() => facilitatorInbox(env, facilitatorId).forget(userId, outsideIds)),
  }
}

/** One desk in trouble must not keep the others from forgetting. */
async function eraseKindly({ desk }: Places, sessionId: number, userId: number): Promise<boolean> {
  try {
    const answer = await desk(sessionId, userId)
    // A session that never was knows nobody.
    return answer.kind === 'erased' || answer.code === 'not_found'
  } catch (error) {
    logError(error, `erasure at desk ${sessionId}`)
    return false
  }
}

/** Nor one inbox. */
async function forgetKindly(
  { inbox }: Places,
  facilitatorId: number,
  userId: number,
  outsideIds: number[],
): Promise<boolean> {
  try {
    await inbox(facilitatorId, userId, outsideIds)
    return true
  } catch (error) {
    logError(error, `erasure at inbox ${facilitatorId}`)
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
