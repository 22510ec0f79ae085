import { CompactSign } from 'jose'
import { type Booking, bookingStatus } from '../bookings/booking'
import type { Env } from '../env'
import type { Session } from '../sessions/session'
import { TICKET_ALGORITHM, ticketKey } from './ticket-key'

/** Names what it is for, so that nothing else signed with this key passes at the door. */
const TYPE = 'ticket+jwt'

/**
 * The code that a phone at the door can verify without us: which booking, of which session. Short,
 * because it is drawn. Null where there is no seat, or nothing left to come to.
 */
export async function ticketOf(
  env: Env,
  booking: Pick<Booking, 'id' | 'sessionId' | 'state'>,
  session: Pick<Session, 'endTime'>,
  now: number,
): Promise<string | null> {
  const opensTheDoor = bookingStatus(booking.state) === 'confirmed' && booking.state !== 'no_show'
  if (!opensTheDoor || now >= session.endTime) return null
  const { key, kid } = await ticketKey(env)
  const says = JSON.stringify({ b: booking.id, s: booking.sessionId })
  return new CompactSign(new TextEncoder().encode(says))
    .setProtectedHeader({ alg: TICKET_ALGORITHM, typ: TYPE, kid })
    .sign(key)
}
