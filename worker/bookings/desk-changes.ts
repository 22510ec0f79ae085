import type { DeskEvent } from '../notifications/messages'
import { iso, type Session } from '../sessions/session'
import type { Booking } from './booking'
import type { DeskSession, DeskStore } from './desk-store'

/*
 * The only ways a desk's rows change. Each takes a rev and writes its row for D1 beside it,
 * in the same transaction; the schema refuses a change that came another way.
 */

export function insertBooking(store: DeskStore, booking: Booking): Booking {
  store.enqueueRecord(booking.rev, { kind: 'booking', booking })
  store.insertBooking(booking)
  return booking
}

export function changeBooking(
  store: DeskStore,
  before: Booking,
  changes: Partial<Booking> & Pick<Booking, 'state'>,
  now: number,
): Booking {
  const booking = { ...before, ...changes, updatedAt: now, rev: store.nextRev() }
  store.enqueueRecord(booking.rev, { kind: 'booking', booking })
  store.updateBooking(booking)
  return booking
}

export function changeSession(store: DeskStore, changes: Partial<Session>): DeskSession {
  store.saveSession(changes)
  return retellSession(store)
}

/** Takes a rev for the session as it stands, and has D1 told. */
export function retellSession(store: DeskStore): DeskSession {
  const rev = store.nextRev()
  const session = store.findSession()
  store.enqueueRecord(rev, { kind: 'session', session: { ...wordsAndTerms(session), rev } })
  return session
}

/** A desk's session row without its counters, as everybody else knows a session. */
export function wordsAndTerms(row: DeskSession): Session {
  const { facilitatorUserId: _, facilitatorName: __, rev: ___, lastN, hydratedRev, ...words } = row
  return words
}

/** Tells the facilitator's inbox; the rev is that of the change it speaks of. */
export function notify(
  store: DeskStore,
  about: DeskSession,
  told: Pick<DeskEvent, 'rev' | 'type' | 'booking_id' | 'user' | 'party_size' | 'message'>,
  now: number,
): void {
  store.enqueueNotice({
    ...told,
    session_id: about.id,
    session: {
      id: about.id,
      title: about.title,
      start_time: iso(about.startTime),
      time_zone: about.timeZone,
    },
    timestamp: iso(now),
  })
}
