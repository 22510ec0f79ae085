import type { MailEvent } from '../mail/mail-event'
import type { DeskEvent } from '../notifications/messages'
import { iso, type Seats, type Session } from '../sessions/session'
import type { Booking } from './booking'
import type { DeskSession, DeskStore } from './desk-store'
import { planReminders } from './desk-timers'
import type { CrmRow } from './record'

/*
 * The only ways a desk's rows change. Each takes a rev and writes its row for D1 beside it,
 * in the same transaction; the schema refuses a change that came another way.
 */

export function insertBooking(store: DeskStore, booking: Booking): Booking {
  const crm = booking.state === 'confirmed' ? crmRow(store, booking, 'new_booking') : null
  store.enqueueRecord(booking.rev, { kind: 'booking', booking, crm })
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
  const given = before.state === 'confirmed' && booking.state === 'cancelled'
  const crm = given ? crmRow(store, booking, 'booking_cancelled') : null
  store.enqueueRecord(booking.rev, { kind: 'booking', booking, crm })
  store.updateBooking(booking)
  return booking
}

export function changeSession(
  store: DeskStore,
  changes: Partial<Session>,
  now: number,
): DeskSession {
  store.saveSession(changes)
  planReminders(store, now)
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
  const { facilitatorUserId, facilitatorName, rev, lastN, hydratedRev, lastLetter, ...words } = row
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

/**
 * Has a letter written about a booking, to who booked or to the facilitator. Who writes many
 * counts the seats once for all of them.
 */
export function write(
  store: DeskStore,
  kind: MailEvent['kind'],
  booking: Booking,
  as: MailEvent['to']['as'],
  now: number,
  counted?: Seats,
): void {
  // Nobody would read it: not even a counter is written.
  if (!store.leadsSomewhere('mail')) return
  const row = store.findSession()
  const { description, whatToExpect, days, ...session } = wordsAndTerms(row)
  const visitor = store.getPerson(booking.userId)
  const { facilitatorId: id, facilitatorUserId: userId, facilitatorName: name } = row
  // A reminder goes out once, however often its session moves; anything else once a change.
  const once = kind.startsWith('reminder') ? '' : `:${row.rev}`
  store.enqueueLetter(store.nextLetter(), {
    id: `${kind}:${booking.id}:${as}${once}`,
    kind,
    to: { userId: as === 'visitor' ? booking.userId : userId, as },
    session,
    facilitator: { id, userId, name },
    booking,
    visitor: { name: visitor?.name ?? '', email: visitor?.email ?? '' },
    seats: counted ?? store.seats(row.capacity),
    rev: row.rev,
    at: now,
  })
}

function crmRow(store: DeskStore, booking: Booking, kind: CrmRow['kind']): CrmRow {
  const session = store.findSession()
  const person = store.getPerson(booking.userId)
  const row = {
    bookingId: booking.id,
    kind,
    userId: booking.userId,
    userName: person?.name ?? '',
    userEmail: person?.email ?? '',
    eventId: session.id,
    eventTitle: session.title,
    eventStartTime: iso(session.startTime),
    facilitatorId: session.facilitatorId,
    receivedAt: booking.updatedAt,
  }
  store.enqueueCrm(booking.rev, row)
  return row
}
