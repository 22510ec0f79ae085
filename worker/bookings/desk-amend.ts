import type { Session } from '../sessions/session'
import type { Amend, CancelSession, Refused } from './commands'
import { changeBooking, changeSession, notify } from './desk-changes'
import type { DeskSession, DeskStore } from './desk-store'
import { refused } from './seats'
import { words } from './words'

const NOT_HERS = refused('not_found', 'There is no such session.')

/** Changes words and terms together. Fields were validated before; what depends on now is judged here. */
export function amendAtDesk(store: DeskStore, asked: Amend, now: number): DeskSession | Refused {
  const before = store.findSession()
  if (before.facilitatorId !== asked.facilitatorId) return NOT_HERS
  if (before.status === 'cancelled') {
    return refused('session_cancelled', 'This session was cancelled and can no longer be changed.')
  }
  const after = { ...before, ...asked.changes }
  if (after.endTime <= after.startTime) {
    return refused('invalid', 'end_time: The end lies before the start.')
  }
  if (after.startTime !== before.startTime && after.startTime <= now) {
    return refused('invalid', 'start_time: That time has passed.')
  }
  if (after.status === 'draft' && before.status === 'active') {
    return refused(
      'session_not_open',
      'What is published does not become a draft again; cancel it instead.',
    )
  }
  if (after.status === 'active' && before.status === 'draft' && after.startTime <= now) {
    return refused('invalid', 'start_time: That time has passed; choose another before publishing.')
  }
  const changes = changed(before, asked.changes)
  return Object.keys(changes).length === 0 ? before : changeSession(store, changes)
}

/** Ends a session and all its live bookings; who was there stays. Asking twice is the same as once. */
export function cancelSessionAtDesk(
  store: DeskStore,
  asked: CancelSession,
  now: number,
): DeskSession | Refused {
  const before = store.findSession()
  if (before.facilitatorId !== asked.facilitatorId) return NOT_HERS
  if (before.status === 'cancelled') return before
  if (before.endTime <= now) {
    return refused('session_over', 'This session is over; there is nothing left to cancel.')
  }
  const ended = store.listEndedBySession()
  for (const booking of ended) {
    const end = { state: 'cancelled', cancelledBy: 'session', cancelReason: asked.reason } as const
    changeBooking(store, booking, end, now)
  }
  const session = changeSession(store, { status: 'cancelled', cancelReason: asked.reason })
  // One notice for the session, whoever was in it.
  notify(
    store,
    session,
    {
      rev: session.rev,
      type: 'session_cancelled',
      booking_id: null,
      user: null,
      party_size: ended.reduce((seats, booking) => seats + booking.partySize, 0),
      message: words.sessionCancelled(session.title, ended.length),
    },
    now,
  )
  return session
}

/** Only what differs: saving a form unchanged is no change. */
function changed(before: DeskSession, changes: Partial<Session>): Partial<Session> {
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(before[field as keyof Session]) !== JSON.stringify(value)
  return Object.fromEntries(Object.entries(changes).filter(differs))
}
