import { asFacilitator, type Ctx } from '../context'
import { ApiError } from '../errors'
import { deleteMessage } from './message-queries'

/** Takes a message back before its letters have left. All of it, or none: none has left by then. */
export async function recallMessage(ctx: Ctx, id: number): Promise<void> {
  const { facilitatorId } = asFacilitator(ctx)
  const { isRecalled, isSent } = await deleteMessage(ctx.db, { id, facilitatorId, now: ctx.now })
  if (isRecalled) return
  if (isSent) throw new ApiError('message_sent', 'It is on its way already, and stays so.')
  throw new ApiError('not_found', 'There is no such message, and nothing is sent.')
}
