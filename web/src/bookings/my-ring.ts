import { type Field, hourField } from '../ui/hour'
import type { RingCounts, RingState } from '../ui/seat-ring'
import { hourAt } from '../ui/times'
import type { MyBooking } from './mine'

/** A booking knows the room and one's own seats in it, not who else came: only those are drawn. */
export function ringOfBooking(booking: MyBooking, now: number): RingCounts & { state: RingState } {
  const isCancelled = booking.booking_status === 'cancelled'
  const isOver = now >= Date.parse(booking.session.end_time)
  const own = Math.min(booking.party_size, booking.session.capacity)
  return {
    capacity: booking.session.capacity,
    taken: own,
    yours: own,
    left: booking.session.capacity,
    state: isCancelled ? 'cancelled' : isOver ? 'past' : 'open',
  }
}

export function fieldOfBooking({ session }: MyBooking): Field {
  if (session.session_type === 'retreat') return 'retreat'
  return hourField(hourAt(session.start_time, session.time_zone))
}
