import { type Ctx, signedIn } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import { unlessRefused } from './refused'

/** Gives one's own booking back; somebody else's reads as not found. */
export async function cancel(ctx: Ctx, asked: { bookingId: number; reason: string | undefined }) {
  const { userId } = signedIn(ctx)
  const command = { bookingId: asked.bookingId, by: { userId }, reason: asked.reason ?? null }
  const sessionId = sessionOfBooking(asked.bookingId)
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.cancel(command)))
}
