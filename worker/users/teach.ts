import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Ctx, signedIn } from '../context'
import { isRefusedBySqlite } from '../db/client'
import { facilitators, users } from '../db/schema'
import { approvedFrom, facilitatorSignUp, refuseIfClosed } from './facilitator-sign-up'
import { proveAnew } from './grant'
import { accountGone, findOwnProfile, profileOut, unlessGone } from './me'
import { accountOf, type Profile, profileFrom, profileQueries } from './queries'
import type { Teaching } from './schema'

/**
 * Makes a facilitator of a user and proves it by a new token. Who is one already stays what they are,
 * so asking twice is harmless and mends a token from before. 403 `sign_up_closed`.
 */
export async function teach(ctx: Ctx, input: Teaching) {
  const isClosed = facilitatorSignUp(ctx.env) === 'closed'
  const profile = isClosed ? await findOwnProfile(ctx) : await becomeFacilitator(ctx, input)
  if (!profile.facilitator) refuseIfClosed(ctx.env)
  return { user: profileOut(profile), proof: await proveAnew(ctx, accountOf(profile)) }
}

async function becomeFacilitator(ctx: Ctx, { bio, specialization }: Teaching): Promise<Profile> {
  const { userId: id } = signedIn(ctx)
  const isMine = and(eq(users.id, id), isNull(users.erasedAt))
  const userId = sql<number>`(select ${users.id} from ${users} where ${isMine})`
  try {
    const [, , ...found] = await ctx.db.batch([
      ctx.db
        .insert(facilitators)
        .values({ userId, bio, specialization, approvedAt: approvedFrom(ctx), createdAt: ctx.now })
        .onConflictDoNothing(),
      ctx.db.update(users).set({ role: 'facilitator' }).where(isMine),
      ...profileQueries(ctx.db, id),
    ])
    return unlessGone(profileFrom(...found))
  } catch (error) {
    // No facilitator is of nobody.
    throw isRefusedBySqlite(error) ? accountGone() : error
  }
}
