import { asFacilitator, type Ctx } from '../context'
import { facilitatorInbox, withOneRetry } from '../durable-objects'

/** Takes back what one press marked as read; again changes nothing. */
export function unmark(ctx: Ctx, mark: number) {
  const { facilitatorId } = asFacilitator(ctx)
  return withOneRetry(() => facilitatorInbox(ctx.env, facilitatorId).unmark(mark))
}
