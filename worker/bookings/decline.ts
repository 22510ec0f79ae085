import type { Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import { answererOf } from './offer-token'
import { unlessRefused } from './refused'

/** Passes an offer on to whoever is next; signed in, or by the link of the offer's letter. */
export async function decline(ctx: Ctx, asked: { bookingId: number; token?: string }) {
  const { bookingId } = asked
  const command = { bookingId, userId: await answererOf(ctx, asked) }
  const sessionId = sessionOfBooking(bookingId)
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.decline(command)))
}
