import type { Ctx } from '../context'
import { mailTokens } from '../db/schema'
import { post } from '../mail/post'
import { type MailTokenKind, newMailToken } from './mail-tokens'

/** Writes somebody a letter with a link; earlier ones stay good, since letters overtake each other. */
export async function sendLink(ctx: Ctx, userId: number, kind: MailTokenKind): Promise<void> {
  const { token, row } = newMailToken(userId, kind, ctx.now)
  await ctx.db.insert(mailTokens).values(row)
  await post(ctx.env, { id: `${kind}:${crypto.randomUUID()}`, kind, to: { userId }, token })
}
