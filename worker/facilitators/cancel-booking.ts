import { cancelForVisitor } from '../bookings/cancel'
import type { Ctx } from '../context'
import { withSession } from './bookings'

/** Takes a seat of hers back from whoever booked it, who reads the reason. */
export async function cancelBooking(
  ctx: Ctx,
  asked: { bookingId: number; reason: string | undefined },
) {
  const { booking, visitor, session, recorded } = await cancelForVisitor(ctx, asked)
  const seats = booking.partySize === 1 ? 'seat is' : 'seats are'
  const message = `${visitor.name || 'Somebody'}’s ${seats} free again.`
  return { message, booking: withSession({ booking, user: visitor, session }), recorded }
}
