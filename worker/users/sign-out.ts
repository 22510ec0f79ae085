import { eq, or } from 'drizzle-orm'
import type { Ctx } from '../context'
import { signIns } from '../db/schema'
import { endSignIn } from './end-sign-in'
import { hashOf } from './refresh-tokens'

/** Ends the sign-in that the refresh token or else the access token belongs to; none is fine too. */
export async function signOut(ctx: Ctx, refreshToken: string | undefined): Promise<void> {
  const id = (await signInOf(ctx, refreshToken)) ?? ctx.identity?.signInId
  if (id) await endSignIn(ctx, id, 'sign_out')
}

/** Only a token that is good, or was a moment ago, ends anything. */
async function signInOf(ctx: Ctx, refreshToken: string | undefined) {
  if (!refreshToken) return undefined
  const hash = hashOf(refreshToken)
  const [row] = await ctx.db
    .select({ id: signIns.id })
    .from(signIns)
    .where(or(eq(signIns.currentHash, hash), eq(signIns.previousHash, hash)))
  return row?.id
}
