import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { unlessRefused } from '../bookings/refused'
import { type Ctx, signedIn } from '../context'
import type { Db } from '../db/client'
import { erasures, facilitators, sessions } from '../db/schema'
import { deskCall } from '../durable-objects'
import { ApiError } from '../errors'
import { iso } from '../sessions/session'
import { tryAll } from './attempts'
import { emptyingAccount } from './empty-account'
import { closeSockets } from './end-sign-in'
import { eraseElsewhere } from './erasure'
import { unlessGone } from './me'
import { assertPassword } from './own-password'
import { profileFrom, profileQueries } from './queries'

/** Of so many sessions to come the desks are asked; of more D1's copy is believed. */
const ASKED_MAX = 100
/** Desks asked at the same time. */
const AT_ONCE = 20

/**
 * Forgets who asks. D1 keeps an emptied row, marked; sign-ins and sockets end; desks and inboxes are
 * told after the answer, and again by the sweep: there her coming sessions end. 403 `wrong_password`;
 * 409 `sessions_remain` while people have booked sessions that this facilitator has yet to give.
 */
export async function eraseMe(ctx: Ctx, password: string | undefined): Promise<void> {
  const { userId } = signedIn(ctx)
  const lookUps = [...profileQueries(ctx.db, userId), listComing(ctx.db, userId, ctx.now)] as const
  const tries = [{ kind: 'password' as const, whose: userId }]
  const { found, refusals } = await tryAll(ctx, tries, lookUps)
  const [user, facilitator, coming] = found
  const profile = unlessGone(profileFrom(user, facilitator))
  if (refusals[0]) throw refusals[0]
  await assertPassword(password, profile.user.passwordHash, 'password')
  await assertUnbooked(ctx, coming)
  const [ended, holders] = await emptyRows(ctx)
  closeSockets(ctx, ended, holders)
  ctx.later(eraseElsewhere(ctx.env, ctx.db, userId, ctx.now))
}

/** What this person has yet to give: what is booked first, and the soonest. */
export function listComing(db: Db, userId: number, now: number) {
  const isBooked = sql<number>`(${sessions.taken} + ${sessions.waiting} > 0)`
  const { id, title, startTime } = sessions
  return db
    .select({ id, title, startTime, isBooked: isBooked.as('is_booked') })
    .from(facilitators)
    .innerJoin(sessions, eq(sessions.facilitatorId, facilitators.id))
    .where(
      and(
        eq(facilitators.userId, userId),
        eq(sessions.status, 'active'),
        gt(sessions.endTime, now),
      ),
    )
    .orderBy(desc(sql`is_booked`), asc(startTime))
    .limit(ASKED_MAX)
}

/** Nobody may be left waiting for what nobody will give. */
async function assertUnbooked(ctx: Ctx, coming: Awaited<ReturnType<typeof listComing>>) {
  const booked = coming.filter(({ isBooked }) => isBooked)
  if (booked.length > 0) throw sessionsRemain(booked)
  for (let i = 0; i < coming.length; i += AT_ONCE) {
    const some = coming.slice(i, i + AT_ONCE)
    await Promise.all(some.map(({ id }) => assertUnbookedAtDesk(ctx, id)))
  }
}

/** The copy in D1 follows its desk: somebody may have booked this very moment. */
async function assertUnbookedAtDesk(ctx: Ctx, sessionId: number) {
  const now = await deskCall(ctx.env, sessionId, (desk) => desk.read(null))
  const { session, seats } = unlessRefused(now)
  if (seats.taken + seats.waiting > 0) throw sessionsRemain([session])
}

function sessionsRemain(rows: { id: number; title: string; startTime: number }[]) {
  const message = 'People have booked sessions of yours. Give them or cancel them first.'
  const list = rows.map(({ id, title, startTime }) => ({ id, title, start_time: iso(startTime) }))
  return new ApiError('sessions_remain', message, undefined, { sessions: list })
}

async function emptyRows(ctx: Ctx) {
  const { userId } = signedIn(ctx)
  const [ended, holders] = await ctx.db.batch([
    ...emptyingAccount(ctx, userId),
    ctx.db.insert(erasures).values({ userId, requestedAt: ctx.now }).onConflictDoNothing(),
  ])
  return [ended, holders] as const
}
