import { fieldOf, ringOf } from '../sessions/field-of'
import type { MyBooking } from './mine'

/** The room of a booking with one's own seats in it; struck through once it is cancelled. */
export function ringOfBooking(booking: MyBooking, now: number) {
  const isMine = booking.booking_status === 'confirmed'
  const ring = ringOf(booking.session, now, isMine ? booking.party_size : 0)
  return isMine ? ring : { ...ring, state: 'cancelled' as const }
}

/** The room somebody waits for: nothing in it is theirs yet. */
export const ringOfWaiting = (booking: MyBooking, now: number) => ringOf(booking.session, now)

export const fieldOfBooking = (booking: MyBooking) => fieldOf(booking.session)
