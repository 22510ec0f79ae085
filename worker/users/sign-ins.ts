import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { type Ctx, signedIn } from '../context'
import { signIns } from '../db/schema'
import { ApiError } from '../errors'
import { closeSockets, endingSignIns } from './end-sign-in'
import { ABSOLUTE_END_MS, IDLE_END_MS } from './grant'

const LISTED_MAX = 100

/** Where one is signed in now, the place used last first. */
export async function listSignIns(ctx: Ctx) {
  const { userId, signInId } = signedIn(ctx)
  const rows = await ctx.db
    .select()
    .from(signIns)
    .where(
      and(
        eq(signIns.userId, userId),
        isNull(signIns.endedAt),
        gt(signIns.lastUsedAt, ctx.now - IDLE_END_MS),
        gt(signIns.createdAt, ctx.now - ABSOLUTE_END_MS),
      ),
    )
    .orderBy(desc(signIns.lastUsedAt), signIns.id)
    .limit(LISTED_MAX)
  return rows.map(({ id, userAgent, createdAt, lastUsedAt }) => ({
    id,
    current: id === signInId,
    user_agent: userAgent,
    created_at: new Date(createdAt).toISOString(),
    last_used_at: new Date(lastUsedAt).toISOString(),
  }))
}

/** Ends one of one's own, with its sockets; 404 for another's and for one that is over. */
export async function revokeSignIn(ctx: Ctx, id: string): Promise<void> {
  const { userId } = signedIn(ctx)
  const mine = and(eq(signIns.id, id), eq(signIns.userId, userId))
  const [ended, holders] = await ctx.db.batch(endingSignIns(ctx, mine, 'revoked'))
  if (ended.length === 0) throw new ApiError('not_found', 'You are not signed in there.')
  closeSockets(ctx, ended, holders)
}
