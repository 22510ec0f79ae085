import { type Ctx, signedIn } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import { unlessRefused } from './refused'

/** Takes who asks off a waiting list, also with an offer in hand. */
export async function leave(ctx: Ctx, bookingId: number) {
  const command = { bookingId, userId: signedIn(ctx).userId }
  const sessionId = sessionOfBooking(bookingId)
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.leave(command)))
}
