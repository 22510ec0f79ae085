import type { Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import { answererOf, offerEnded } from './offer-token'
import { unlessRefused } from './refused'

/** What the link of an offer's letter is about, for who is not signed in. Changes nothing. */
export async function lookAtOffer(ctx: Ctx, asked: { bookingId: number; token: string }) {
  const userId = await answererOf(ctx, asked)
  const sessionId = sessionOfBooking(asked.bookingId)
  const read = unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.read(userId)))
  // What has been passed on or taken away is no booking any more, and a later one is another.
  if (read.mine?.id !== asked.bookingId) throw offerEnded()
  return { ...read, booking: read.mine }
}
