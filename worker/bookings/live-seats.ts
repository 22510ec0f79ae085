import type { Session } from '../sessions/session'

/** What everybody who looks at a session is told of its seats. The site imports this type. */
export type LiveSeats = {
  type: 'seats'
  session_id: number
  status: Session['status']
  capacity: number
  taken: number
  pending: number
  /** People on the waiting list. */
  waiting: number
  available_spots: number
  /** ISO 8601, UTC. */
  as_of: string
}

/** The header in which a Worker says to a desk from where somebody listens: a hash, never the address. */
export const LISTENER = 'x-listener'
