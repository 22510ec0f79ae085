import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { facilitators, sessions, users } from '../db/schema'
import type { Cursor } from '../paging'

/** Facilitators anybody may read of, in the order in which they were approved. */
export function listProfiles(
  db: Db,
  { now, after, limit }: { now: number; after: Cursor | null; limit: number },
) {
  const place = sql`(${facilitators.approvedAt}, ${facilitators.id})`
  return profiles(db, now)
    .where(and(isPublic(), after ? sql`${place} > (${after.at}, ${after.id})` : undefined))
    .orderBy(asc(facilitators.approvedAt), asc(facilitators.id))
    .limit(limit)
}

export function profileOf(db: Db, id: number, now: number) {
  return profiles(db, now).where(and(eq(facilitators.id, id), isPublic()))
}

/** Her next sessions, soonest first. */
export function listComingOf(db: Db, facilitatorId: number, now: number, limit: number) {
  return db
    .select()
    .from(sessions)
    .where(isComing(facilitatorId, now))
    .orderBy(asc(sessions.startTime), asc(sessions.id))
    .limit(limit)
}

export async function findProfileAndSessions(db: Db, id: number, now: number, limit: number) {
  const [[profile], coming] = await db.batch([
    profileOf(db, id, now),
    listComingOf(db, id, now, limit),
  ])
  return profile ? { profile, coming } : null
}

function profiles(db: Db, now: number) {
  return db
    .select({
      id: facilitators.id,
      name: users.name,
      bio: facilitators.bio,
      specialization: facilitators.specialization,
      approvedAt: sql<number>`${facilitators.approvedAt}`.as('approved_at'),
      comingCount: sql<number>`(select count(*) from ${sessions}
        where ${isComing(facilitators.id, now)})`.as('coming_count'),
    })
    .from(facilitators)
    .innerJoin(users, eq(users.id, facilitators.userId))
    .$dynamic()
}

function isComing(facilitatorId: number | typeof facilitators.id, now: number) {
  return and(
    eq(sessions.facilitatorId, facilitatorId),
    eq(sessions.status, 'active'),
    isNull(sessions.hiddenAt),
    gt(sessions.startTime, now),
  )
}

function isPublic() {
  return and(isNotNull(facilitators.approvedAt), isNull(users.erasedAt))
}
