import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Ctx, signedIn } from '../context'
import { mailTokens, users } from '../db/schema'
import { ApiError } from '../errors'
import { sendsMail } from '../mail/post'
import { tryOn } from './attempts'
import { ownerOf } from './mail-tokens'
import { linkEnded } from './reset-password'
import { sendLink } from './send-link'

/** Who holds the link reads the mailbox. 409 `link_ended` when it was used or is too old. */
export async function verifyEmail(ctx: Ctx, token: string): Promise<void> {
  const owner = ownerOf(ctx.db, token, 'verify_email', ctx.now)
  const [verified] = await ctx.db.batch([
    ctx.db
      .update(users)
      .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${ctx.now})` })
      .where(and(inArray(users.id, owner), isNull(users.erasedAt)))
      .returning({ id: users.id }),
    ctx.db
      .delete(mailTokens)
      .where(and(eq(mailTokens.kind, 'verify_email'), inArray(mailTokens.userId, owner))),
  ])
  if (verified.length === 0) throw linkEnded()
}

/** Another letter for who lost the first; nothing waits for it. False: there is nothing to verify. */
export async function sendVerification(ctx: Ctx): Promise<boolean> {
  const { userId } = signedIn(ctx)
  if (!sendsMail(ctx.env)) throw new ApiError('mail_off', 'This site sends no mail.')
  const lookUp = ctx.db
    .select({ email: users.email, verifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(eq(users.id, userId))
  const [user] = await tryOn(ctx, 'verification', userId, lookUp)
  if (!user?.email || user.verifiedAt !== null) return false
  await sendLink(ctx, userId, 'verify_email')
  return true
}
