import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import { unlessRefused } from './refused'

/** They were not there after all: their seat is as it was before. */
export async function undoCheckIn(ctx: Ctx, bookingId: number) {
  const command = { bookingId, facilitatorId: asFacilitator(ctx).facilitatorId }
  const sessionId = sessionOfBooking(bookingId)
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.undoCheckIn(command)))
}
