import { asFacilitator, type Ctx } from '../context'
import { facilitatorInbox, withOneRetry } from '../durable-objects'
import type { Mark } from './schema'

/** Answers how many of her notices are left unread, and the number by which this is taken back. */
export function markRead(ctx: Ctx, mark: Mark) {
  const { facilitatorId } = asFacilitator(ctx)
  return withOneRetry(() => facilitatorInbox(ctx.env, facilitatorId).markRead(mark))
}
