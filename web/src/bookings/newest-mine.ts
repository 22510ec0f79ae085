import type { MyBooking } from './mine'

type Read<B> = { my_booking?: B | null; exact: boolean; as_of: string }
type Known = Pick<MyBooking, 'id' | 'booking_status' | 'updated_at'>

/**
 * The booking one has in a session, from what its page has read and what a desk has answered
 * since. The newer word counts; null when there is none, or it has ended.
 */
export function newestMine<B extends Known>(session: Read<B>, answered: B | null): B | null {
  const read = session.my_booking ?? null
  return unlessEnded(answered && isNewer(answered, read, session) ? answered : read)
}

function isNewer(answered: Known, read: Known | null, { exact, as_of }: Read<Known>): boolean {
  if (read?.id === answered.id) return answered.updated_at > read.updated_at
  // A copy may lag behind the desk; what the desk itself has read since knows better.
  return !exact || answered.updated_at >= as_of
}

const unlessEnded = <B extends Known>(booking: B | null) =>
  booking?.booking_status === 'cancelled' ? null : booking
