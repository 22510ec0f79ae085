import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import { unlessRefused } from './refused'

/** Lets somebody in; `at` is when, from a list that was offline, and null is now. */
export async function checkIn(
  ctx: Ctx,
  { bookingId, at }: { bookingId: number; at: number | null },
) {
  const { facilitatorId } = asFacilitator(ctx)
  const command = { bookingId, facilitatorId, at }
  const sessionId = sessionOfBooking(bookingId)
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.checkIn(command)))
}
