import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Ctx, signedIn } from '../context'
import { facilitators, users } from '../db/schema'
import { approvedFrom, refuseIfClosed } from './facilitator-sign-up'
import { proveAnew } from './grant'
import { findOwnProfile, profileOut } from './me'
import { accountOf } from './queries'
import type { Teaching } from './schema'

/**
 * Makes a facilitator of a user and proves it by a new token. Who is one already stays what they are,
 * so asking twice is harmless and mends a token from before. 403 `sign_up_closed`.
 */
export async function teach(ctx: Ctx, input: Teaching) {
  const before = await findOwnProfile(ctx)
  if (!before.facilitator) {
    refuseIfClosed(ctx.env)
    await becomeFacilitator(ctx, input)
  }
  const after = before.facilitator ? before : await findOwnProfile(ctx)
  return { user: profileOut(after), proof: await proveAnew(ctx, accountOf(after)) }
}

async function becomeFacilitator(ctx: Ctx, { bio, specialization }: Teaching) {
  const isMine = and(eq(users.id, signedIn(ctx).userId), isNull(users.erasedAt))
  const userId = sql<number>`(select ${users.id} from ${users} where ${isMine})`
  await ctx.db.batch([
    ctx.db
      .insert(facilitators)
      .values({ userId, bio, specialization, approvedAt: approvedFrom(ctx), createdAt: ctx.now })
      .onConflictDoNothing(),
    ctx.db.update(users).set({ role: 'facilitator' }).where(isMine),
  ])
}
