import { and, asc, eq, gt } from 'drizzle-orm'
import type { Ctx } from '../context'
import { sessions } from '../db/schema'
import { deskCall } from '../durable-objects'
import { logError } from '../log'

export const RENAMED_MAX = 200
/** Desks told at the same time. */
const AT_ONCE = 20

/**
 * Tells the desks of a facilitator's coming sessions her new name, the soonest first; the sweep
 * tells the rest, and those that could not be reached.
 */
export async function renameAtDesks(ctx: Ctx, facilitatorId: number, name: string): Promise<void> {
  const coming = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.facilitatorId, facilitatorId), gt(sessions.endTime, ctx.now)))
    .orderBy(asc(sessions.startTime), asc(sessions.id))
    .limit(RENAMED_MAX)
  for (let i = 0; i < coming.length; i += AT_ONCE) {
    const some = coming.slice(i, i + AT_ONCE)
    await Promise.all(some.map(({ id }) => renameKindly(ctx, id, name)))
  }
}

/** One desk in trouble must not keep the others from it. */
async function renameKindly(ctx: Ctx, sessionId: number, name: string): Promise<void> {
  try {
    await deskCall(ctx.env, sessionId, (desk) => desk.rename(name))
  } catch (error) {
    logError(error, `a new name at desk ${sessionId}`)
  }
}
