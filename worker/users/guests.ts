import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, lte, notExists } from 'drizzle-orm'
import type { Ctx } from '../context'
import type { Db } from '../db/client'
import { bookings, facilitators, identities, mailTokens, signIns, users } from '../db/schema'

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
export async function forgetGuest(db: Db, userId: number): Promise<void> {
  await db.delete(users).where(and(eq(users.id, userId), isNobody(db)))
}

/** A day is longer than any desk takes to tell D1 of a seat, and than any press is repeated. */
const STRAY_AFTER_MS = 86_400_000
/** Older ones were looked at before; so nobody is looked at for ever. */
const STRAY_UNTIL_MS = 8 * STRAY_AFTER_MS
export const STRAYS_MAX = 1_000

/** For the sweep: guests for whose seat nobody could tell whether it was given, and it was not. */
export function forgetStrayGuests(db: Db, now: number) {
  const strays = db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        gt(users.createdAt, now - STRAY_UNTIL_MS),
        lte(users.createdAt, now - STRAY_AFTER_MS),
        isNobody(db),
      ),
    )
    .orderBy(asc(users.createdAt))
    .limit(STRAYS_MAX)
  return db.delete(users).where(inArray(users.id, strays))
}

/** No seat, no way in and no link to one: what only a press of a facilitator's made. */
function isNobody(db: Db) {
  const { id } = users
  return and(
    isNull(users.passwordHash),
    isNull(users.erasedAt),
    notExists(db.select().from(bookings).where(eq(bookings.userId, id))),
    notExists(db.select().from(identities).where(eq(identities.userId, id))),
    notExists(db.select().from(signIns).where(eq(signIns.userId, id))),
    notExists(db.select().from(mailTokens).where(eq(mailTokens.userId, id))),
    notExists(db.select().from(facilitators).where(eq(facilitators.userId, id))),
  )
}
