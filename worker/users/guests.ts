import { createHash } from 'node:crypto'
import { and, eq, isNull, notExists } from 'drizzle-orm'
import type { Ctx } from '../context'
import { bookings, users } from '../db/schema'
import { logError } from '../log'

/*
 * People whom a facilitator adds by name. They have no password, so nobody signs in as them; who
 * owns the mailbox makes the account theirs by choosing one ("Forgot password?").
 */

export type Guest = { name: string; email: string | null; guestKey: string | null }

/** By their email, or by what they were added by: the same asked twice is one person. One round trip. */
export async function findOrMakeGuest(ctx: Ctx, { name, email, guestKey }: Guest) {
  const [made, [user]] = await ctx.db.batch([
    ctx.db
      .insert(users)
      .values({ name, email, guestKey, role: 'user', createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: users.id }),
    ctx.db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .where(email === null ? eq(users.guestKey, guestKey ?? '') : eq(users.email, email)),
  ])
  if (!user) throw new Error('D1 neither made a guest nor has one')
  return { user: { ...user, email: user.email ?? '' }, isNew: made.length > 0 }
}

/** What names somebody without an email. A hash, for the key may say more than it should. */
export function guestKeyOf(by: { facilitatorId: number; sessionId: number; key: string }): string {
  const { facilitatorId, sessionId, key } = by
  return createHash('sha256')
    .update(JSON.stringify([facilitatorId, sessionId, key]))
    .digest('hex')
}

/** Who was made for a seat that was refused. Not once they are somebody: then they stay. */
export async function forgetGuest(ctx: Ctx, userId: number): Promise<void> {
  const booked = ctx.db.select().from(bookings).where(eq(bookings.userId, userId))
  const isNobody = and(eq(users.id, userId), isNull(users.passwordHash), notExists(booked))
  try {
    await ctx.db.delete(users).where(isNobody)
  } catch (error) {
    // The refusal is what matters to who asked; a name too many harms nobody.
    logError(error, ctx.requestId)
  }
}
