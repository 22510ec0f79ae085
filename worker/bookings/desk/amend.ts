import type { Session } from '../../sessions/session'
import { problemsOf } from '../../sessions/terms'
import type { Booking } from '../booking'
import type { Amend, CancelSession, Refused } from '../commands'
import { endOf, isOnTheList, refused } from '../seats'
import { words } from '../words'
import { changeBooking, changeSession, notify, write } from './changes'
import { note } from './decisions'
import type { DeskSession, DeskStore } from './store'

const NOT_HERS = refused('not_found', 'There is no such session.')

/** Changes words and terms together. Fields were validated before; what depends on now is judged here. */
export function amendAtDesk(store: DeskStore, asked: Amend, now: number): DeskSession | Refused {
  const before = store.findSession()
  if (before.facilitatorId !== asked.facilitatorId) return NOT_HERS
  if (before.status === 'cancelled') {
    return refused('session_cancelled', 'This session was cancelled and can no longer be changed.')
  }
  const after = { ...before, ...asked.changes }
  const wrong = wrongFor(before, after, now)
  if (wrong) return wrong
  const changes = changed(before, asked.changes)
  if (Object.keys(changes).length === 0) return before
  const moves = before.status === 'active' && MOVES.some((field) => field in changes)
  const free = moves && FREES.some((field) => field in changes)
  const session = changeSession(store, { ...changes, ...(free ? freely(after, now) : {}) }, now)
  if ('startTime' in changes) endOffersByStart(store, session, now)
  if (moves) {
    // Only of what makes somebody come at another time or place, and all who may come.
    const seats = store.seats(session, now)
    for (const booking of store.listComing()) {
      write(store, 'session_changed', booking, 'visitor', now, seats)
    }
  }
  return session
}

/** Nothing is offered that has begun, and nobody is left to believe so. */
function endOffersByStart(store: DeskStore, { startTime }: DeskSession, now: number): void {
  for (const booking of store.listComing()) {
    if (booking.state !== 'offered' || (booking.expiresAt ?? 0) <= startTime) continue
    changeBooking(store, booking, { state: 'offered', expiresAt: startTime }, now)
  }
}

/** What was agreed to is another thing now: who had booked may go freely for a week, if it is that long. */
function freely({ startTime }: DeskSession, now: number) {
  return { movedAt: now, movedFreeUntil: Math.min(startTime, now + FREE_AFTER_MOVE_MS) }
}

const FREE_AFTER_MOVE_MS = 7 * 24 * 3_600_000

const FREES = ['startTime', 'endTime', 'timeZone', 'placeName', 'placeAddress'] as const

const MOVES = [...FREES, 'onlineUrl'] as const satisfies readonly (keyof Session)[]

/** Fields were validated before; here they meet the desk's own, and the clock. */
function wrongFor(before: DeskSession, after: DeskSession, now: number): Refused | null {
  const isOpening = after.status === 'active' && before.status === 'draft'
  const isMoving = after.startTime !== before.startTime
  const problems = problemsOf(after)
  if ((isMoving || isOpening) && after.startTime <= now) {
    problems.push({ path: 'start_time', message: 'That time has passed.' })
  }
  const [first] = problems
  if (first) {
    const said = refused('invalid', `${first.path}: ${first.message}`)
    return { ...said, details: problems }
  }
  if (after.status === 'draft' && before.status === 'active') {
    return refused(
      'session_not_open',
      'What is published does not become a draft again; cancel it instead.',
    )
  }
  return null
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
  const lost: { booking: Booking; waited: boolean }[] = []
  for (const booking of ended) {
    const state = endOf(booking.state, 'others')
    const end = { state, cancelledBy: 'session', cancelReason: asked.reason } as const
    const cancelled = changeBooking(store, booking, end, now)
    const waited = isOnTheList(booking.state)
    if (waited) note(store, 'removed', cancelled, now)
    lost.push({ booking: cancelled, waited })
  }
  const session = changeSession(store, { status: 'cancelled', cancelReason: asked.reason }, now)
  const seats = store.seats(session, now)
  for (const { booking, waited } of lost) {
    // Who had no seat loses none: they are told that the list has ended, and why.
    write(store, waited ? 'waitlist_ended' : 'session_cancelled', booking, 'visitor', now, seats)
  }
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
