import { asFacilitator, type Ctx, signedIn } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import type { CancelBooking } from './commands'
import { unlessRefused } from './refused'

type Asked = { bookingId: number; reason: string | undefined }

/** Gives one's own booking back; somebody else's reads as not found. */
export function cancel(ctx: Ctx, asked: Asked) {
  return atDesk(ctx, asked, { userId: signedIn(ctx).userId })
}

/** A facilitator takes a seat of her own session back, with a reason that the visitor reads. */
export function cancelForVisitor(ctx: Ctx, asked: Asked) {
  return atDesk(ctx, asked, { facilitatorId: asFacilitator(ctx).facilitatorId })
}

async function atDesk(ctx: Ctx, { bookingId, reason }: Asked, by: CancelBooking['by']) {
  const command = { bookingId, by, reason: reason ?? null }
  const sessionId = sessionOfBooking(bookingId)
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.cancel(command)))
}
