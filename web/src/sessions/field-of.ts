import { type Field, hourField } from '../ui/hour'
import type { RingCounts, RingState } from '../ui/seat-ring'
import { hourAt } from '../ui/times'
import type { SessionInList } from './sessions'

/** The light of its hour, where it takes place; a retreat has one of its own. */
export function fieldOf(
  session: Pick<SessionInList, 'session_type' | 'start_time' | 'time_zone'>,
): Field {
  if (session.session_type === 'retreat') return 'retreat'
  return hourField(hourAt(session.start_time, session.time_zone))
}

/** What its ring is drawn from. */
export function ringOf(
  session: Pick<
    SessionInList,
    'capacity' | 'taken' | 'pending' | 'available_spots' | 'status' | 'end_time'
  >,
  now: number,
  yours = 0,
): RingCounts & { state: RingState } {
  return {
    capacity: session.capacity,
    // Who is over is the facilitator's matter; everybody else sees a full room.
    taken: Math.min(session.taken, session.capacity),
    pending: session.pending,
    left: session.available_spots,
    yours,
    state: stateOf(session, now),
  }
}

function stateOf(session: Pick<SessionInList, 'status' | 'end_time'>, now: number): RingState {
  if (session.status === 'cancelled') return 'cancelled'
  return now >= Date.parse(session.end_time) ? 'past' : 'open'
}
