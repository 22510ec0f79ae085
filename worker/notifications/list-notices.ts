import { asFacilitator, type Ctx } from '../context'
import { facilitatorInbox, withOneRetry } from '../durable-objects'

/** Her own notices, newest first. */
export function listNotices(ctx: Ctx, page: { before: number | null; limit: number }) {
  const { facilitatorId } = asFacilitator(ctx)
  return withOneRetry(() => facilitatorInbox(ctx.env, facilitatorId).list(page))
}
