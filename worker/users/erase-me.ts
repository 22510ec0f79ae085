import { and, eq, gt, isNull } from 'drizzle-orm'
import { unlessRefused } from '../bookings/refused'
import { type Ctx, signedIn } from '../context'
import {
  erasures,
  facilitators,
  identities,
  mailTokens,
  sessions,
  signIns,
  users,
} from '../db/schema'
import { deskCall } from '../durable-objects'
import { ApiError } from '../errors'
import { iso } from '../sessions/session'
import { closeSockets, endingSignIns } from './end-sign-in'
import { emptyCopies, eraseElsewhere } from './erasure'
import { findOwnProfile } from './me'
import { confirmPassword } from './own-password'

/** Desks asked at the same time. */
const AT_ONCE = 20

/**
 * Forgets who asks. D1 keeps an emptied row, marked; sign-ins and sockets end; desks and inboxes are
 * told after the answer, and again by the sweep. 403 `wrong_password`; 409 `sessions_remain` while
 * people have booked sessions that this facilitator has yet to give.
 */
export async function eraseMe(ctx: Ctx, password: string | undefined): Promise<void> {
  const { user, facilitator } = await findOwnProfile(ctx)
  await confirmPassword(ctx, password, 'password')
  if (facilitator) await closeSessions(ctx, facilitator.id)
  const [ended, holders] = await emptyRows(ctx)
  closeSockets(ctx, ended, holders)
  ctx.later(eraseElsewhere(ctx.env, ctx.db, user.id, ctx.now))
}

/** Sessions that nobody booked are cancelled, so that nobody can book what nobody will give. */
async function closeSessions(ctx: Ctx, facilitatorId: number) {
  const coming = await ctx.db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.facilitatorId, facilitatorId),
        eq(sessions.status, 'active'),
        gt(sessions.endTime, ctx.now),
      ),
    )
  const booked = coming.filter(({ taken, waiting }) => taken + waiting > 0)
  if (booked.length > 0) throw sessionsRemain(booked)
  for (let i = 0; i < coming.length; i += AT_ONCE) {
    const some = coming.slice(i, i + AT_ONCE)
    await Promise.all(some.map(({ id }) => cancelUnbooked(ctx, id, facilitatorId)))
  }
}

async function cancelUnbooked(ctx: Ctx, sessionId: number, facilitatorId: number) {
  const command = { facilitatorId, reason: null }
  const now = await deskCall(ctx.env, sessionId, (desk) => desk.read(null))
  // The copy in D1 follows its desk: somebody may have booked this very moment.
  const { session, seats } = unlessRefused(now)
  if (seats.taken + seats.waiting > 0) throw sessionsRemain([session])
  unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.cancelSession(command)))
}

function sessionsRemain(rows: { id: number; title: string; startTime: number }[]) {
  const message = 'People have booked sessions of yours. Give them or cancel them first.'
  const list = rows.map(({ id, title, startTime }) => ({ id, title, start_time: iso(startTime) }))
  return new ApiError('sessions_remain', message, undefined, { sessions: list })
}

/** All of it or nothing. The row stays, because bookings and sessions point to it. */
async function emptyRows(ctx: Ctx) {
  const { userId } = signedIn(ctx)
  const { db, now } = ctx
  const [ended, holders] = await db.batch([
    ...endingSignIns(ctx, eq(signIns.userId, userId), 'erased'),
    ...emptyCopies(db, userId),
    db.update(signIns).set({ userAgent: '' }).where(eq(signIns.userId, userId)),
    db
      .update(users)
      .set({
        email: null,
        name: '',
        passwordHash: null,
        timeZone: 'UTC',
        emailVerifiedAt: null,
        erasedAt: now,
      })
      .where(and(eq(users.id, userId), isNull(users.erasedAt))),
    db
      .update(facilitators)
      .set({ bio: '', specialization: '', approvedAt: null })
      .where(eq(facilitators.userId, userId)),
    db.delete(identities).where(eq(identities.userId, userId)),
    db.delete(mailTokens).where(eq(mailTokens.userId, userId)),
    db.insert(erasures).values({ userId, requestedAt: now }).onConflictDoNothing(),
  ])
  return [ended, holders] as const
}
