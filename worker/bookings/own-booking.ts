import type { Ctx } from '../context'
import { ticketOf } from '../tickets/ticket'
import { type BookingOut, bookingOut, type Known } from './booking'

/** In an answer to its own user; who came by a letter's link gets no code for the door. */
export async function ownBookingOut(ctx: Ctx, known: Known): Promise<BookingOut> {
  const { booking, session } = known
  const isTheirs = ctx.identity?.userId === booking.userId
  const ticket = isTheirs ? await ticketOf(ctx.env, booking, session, ctx.now) : null
  return bookingOut(known, ticket)
}
