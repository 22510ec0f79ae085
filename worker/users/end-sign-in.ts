import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../context'
import { facilitators, signIns } from '../db/schema'
import { facilitatorInbox } from '../durable-objects'

/** Ends a sign-in for good and closes its sockets; one that has ended keeps its reason. */
export async function endSignIn(ctx: Ctx, signInId: string, reason: 'sign_out' | 'reuse') {
  const [, [facilitator]] = await ctx.db.batch([
    ctx.db
      .update(signIns)
      .set({ endedAt: ctx.now, endReason: reason })
      .where(and(eq(signIns.id, signInId), isNull(signIns.endedAt))),
    ctx.db
      .select({ id: facilitators.id })
      .from(facilitators)
      .innerJoin(signIns, eq(signIns.userId, facilitators.userId))
      .where(eq(signIns.id, signInId)),
  ])
  if (facilitator) ctx.later(facilitatorInbox(ctx.env, facilitator.id).endSignIn(signInId))
}
