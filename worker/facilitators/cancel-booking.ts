import { cancelForVisitor } from '../bookings/cancel'
import { toFacilitator } from '../bookings/words'
import type { Ctx } from '../context'
import { withSession } from './bookings'

/** Takes a seat of hers back from whoever booked it, who reads the reason. */
export async function cancelBooking(
  ctx: Ctx,
  asked: { bookingId: number; reason: string | undefined },
) {
  const { booking, visitor, session, recorded } = await cancelForVisitor(ctx, asked)
  const { partySize, state } = booking
  const message =
    state === 'cancelled'
      ? toFacilitator.freed(visitor.name, partySize, session.sessionType)
      : toFacilitator.removed(visitor.name)
  return { message, booking: withSession({ booking, user: visitor, session }), recorded }
}
