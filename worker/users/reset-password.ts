import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../context'
import { mailTokens, signIns, users } from '../db/schema'
import { ApiError } from '../errors'
import { closeSockets, endingSignIns } from './end-sign-in'
import { ownerOf } from './mail-tokens'
import { hashPassword } from './passwords'
import type { PasswordReset } from './schema'

/**
 * Sets the password of who holds the link. That proves the mailbox too, so the email is verified,
 * and whoever was signed in is not any more. 409 `link_ended` when it was used or is too old.
 */
export async function resetPassword(ctx: Ctx, { token, password }: PasswordReset): Promise<void> {
  const owner = ownerOf(ctx.db, token, 'reset_password', ctx.now)
  // Hashing is dear, so a link that is no good goes no further.
  if ((await owner).length === 0) throw linkEnded()
  const passwordHash = await hashPassword(password)
  // All of it or nothing; what comes last takes the link, so of two at once the second finds none.
  const [changed, ended, holders] = await ctx.db.batch([
    ctx.db
      .update(users)
      .set({
        passwordHash,
        emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${ctx.now})`,
      })
      .where(and(inArray(users.id, owner), isNull(users.erasedAt)))
      .returning({ id: users.id }),
    ...endingSignIns(ctx, inArray(signIns.userId, owner), 'password'),
    ctx.db.delete(mailTokens).where(inArray(mailTokens.userId, owner)),
  ])
  if (changed.length === 0) throw linkEnded()
  closeSockets(ctx, ended, holders)
}

export function linkEnded() {
  return new ApiError('link_ended', 'This link was used or is too old. Ask for a new one.')
}
