import { asFacilitator, type Ctx } from '../context'
import { facilitatorInbox, withOneRetry } from '../durable-objects'
import type { ListQuery } from './schema'

/** Her own notices, newest first, those that are asked for. */
export function listNotices(ctx: Ctx, query: ListQuery) {
  const { facilitatorId } = asFacilitator(ctx)
  return withOneRetry(() => facilitatorInbox(ctx.env, facilitatorId).list(query))
}
