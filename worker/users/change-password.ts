import { and, eq, ne, sql } from 'drizzle-orm'
import { type Ctx, signedIn } from '../context'
import { mailTokens, signIns, users } from '../db/schema'
import { forgiven } from './attempts'
import { closeSockets, endingSignIns } from './end-sign-in'
import { confirmPassword, wrongPassword } from './own-password'
import { hashPassword } from './passwords'
import type { PasswordChange } from './schema'

/** Ends every other sign-in, and the links for a reset. An account without a password gets one. */
export async function changePassword(ctx: Ctx, input: PasswordChange): Promise<void> {
  const { userId, signInId } = signedIn(ctx)
  const stored = await confirmPassword(ctx, input.current_password, 'current_password')
  const passwordHash = await hashPassword(input.new_password)
  // Only while it is the one that was confirmed: of two changes at once one wins.
  const isOurs = and(eq(users.id, userId), sql`${users.passwordHash} is ${stored}`)
  const hasChanged = sql`exists (select 1 from users where id = ${userId} and password_hash = ${passwordHash})`
  const isOther = and(eq(signIns.userId, userId), ne(signIns.id, signInId), hasChanged)
  const [changed, ended, holders] = await ctx.db.batch([
    ctx.db.update(users).set({ passwordHash }).where(isOurs).returning({ id: users.id }),
    ...endingSignIns(ctx, isOther, 'password'),
    ctx.db.delete(mailTokens).where(and(eq(mailTokens.userId, userId), hasChanged)),
    forgiven(ctx.db, 'password', userId),
  ])
  if (changed.length === 0) {
    throw wrongPassword('current_password', 'Your password was changed a moment ago.')
  }
  closeSockets(ctx, ended, holders)
}
