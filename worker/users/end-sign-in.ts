import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context'
import { facilitators, signIns } from '../db/schema'
import { facilitatorInbox } from '../durable-objects'

type Reason = NonNullable<(typeof signIns.$inferSelect)['endReason']>

/** Ends a sign-in for good and closes its sockets; one that has ended keeps its reason. */
export async function endSignIn(ctx: Ctx, signInId: string, reason: Reason) {
  const [, holders] = await ctx.db.batch(endingSignIns(ctx, eq(signIns.id, signInId), reason))
  closeSockets(ctx, [{ id: signInId }], holders)
}

/**
 * The two statements that end sign-ins and tell whose sockets they may hold, for a batch in which
 * something else happens with them; `closeSockets` takes what they answer.
 */
export function endingSignIns(
  ctx: Pick<Ctx, 'db' | 'now'>,
  which: SQL | undefined,
  reason: Reason,
) {
  const ended = ctx.db
    .update(signIns)
    .set({ endedAt: ctx.now, endReason: reason })
    .where(and(which, isNull(signIns.endedAt)))
    .returning({ id: signIns.id })
  const holders = ctx.db
    .selectDistinct({ facilitatorId: facilitators.id })
    .from(facilitators)
    .innerJoin(signIns, eq(signIns.userId, facilitators.userId))
    .where(which)
  return [ended, holders] as const
}

/** Only facilitators hold sockets, and at their own inbox. */
export function closeSockets(
  ctx: Pick<Ctx, 'env' | 'later'>,
  ended: { id: string }[],
  holders: { facilitatorId: number }[],
) {
  for (const { facilitatorId } of holders) {
    const inbox = facilitatorInbox(ctx.env, facilitatorId)
    for (const { id } of ended) ctx.later(inbox.endSignIn(id))
  }
}
