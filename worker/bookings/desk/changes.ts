import type { MailEvent } from '../../mail/mail-event'
import type { DeskEvent, NoticeType } from '../../notifications/messages'
import { iso, type Seats, type Session } from '../../sessions/session'
import { BOOKINGS_PER_DESK, type Booking, type BookingState, bookingId } from '../booking'
import type { Join, Refused } from '../commands'
import type { CrmRow } from '../record'
import { refused } from '../seats'
import { type Booked, SOMEBODY } from '../words'
import type { DeskSession, DeskStore } from './store'
import { planTimers, TIMED_BY } from './timers'

/*
 * The only ways a desk's rows change. Each takes a rev and writes its row for D1 beside it,
 * in the same transaction; the schema refuses a change that came another way.
 */

/** A row that is not there yet, with the next of its desk's numbers. */
export function newBooking(store: DeskStore, asked: Join, now: number): Booking {
  const { rev, n } = store.nextRevAndN()
  const session = store.findSession()
  return {
    id: bookingId(session.id, n),
    sessionId: session.id,
    facilitatorId: session.facilitatorId,
    userId: asked.user.id,
    state: 'confirmed',
    partySize: asked.partySize,
    names: asked.names,
    notes: asked.notes,
    priceMinor: session.priceMinor,
    currency: session.currency,
    idempotencyKey: null,
    fingerprint: null,
    expiresAt: null,
    cancelledBy: null,
    cancelReason: null,
    late: false,
    bookedBy: 'user',
    called: null,
    waitedAt: null,
    checkedInAt: null,
    createdAt: now,
    updatedAt: now,
    rev,
  }
}

/** Ids name their desk, so a desk can give out so many and no more. */
export function refuseWhenFull({ lastN }: { lastN: number }): Refused | null {
  if (lastN + 1 < BOOKINGS_PER_DESK) return null
  return refused('desk_full', 'This session has taken all the bookings it can ever take.')
}

export function insertBooking(store: DeskStore, booking: Booking): Booking {
  const crm = crmRow(store, booking, booking.state === 'confirmed' ? 'new_booking' : null)
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
  const crm = crmRow(store, booking, crmKind(before.state, booking.state))
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
  // Words set nothing again that has run out.
  if (TIMED_BY.some((field) => field in changes)) planTimers(store, now)
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

/** The same of one booking, in words that name who it is of and what it is for. */
export function notifyOf(
  store: DeskStore,
  type: NoticeType,
  booking: Booking,
  say: (told: Booked) => string,
  now: number,
): void {
  const session = store.findSession()
  const name = store.getPerson(booking.userId)?.name ?? SOMEBODY
  const told = {
    rev: booking.rev,
    type,
    booking_id: booking.id,
    user: { id: booking.userId, name },
    party_size: booking.partySize,
    message: say({
      name,
      title: session.title,
      partySize: booking.partySize,
      type: session.sessionType,
    }),
  }
  notify(store, session, told, now)
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
  const { description, whatToExpect, days, hiddenAt, ...session } = wordsAndTerms(row)
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
    seats: counted ?? store.seats(row, now),
    rev: row.rev,
    at: now,
  })
}

/** A CRM hears of a seat when it is had, and when it is given back; of nothing between. */
function crmKind(before: BookingState, after: BookingState): CrmRow['kind'] | null {
  const hadNone = before === 'waitlisted' || before === 'offered' || before === 'held'
  if (hadNone && after === 'confirmed') return 'new_booking'
  return before === 'confirmed' && after === 'cancelled' ? 'booking_cancelled' : null
}

function crmRow(store: DeskStore, booking: Booking, kind: CrmRow['kind'] | null): CrmRow | null {
  if (kind === null) return null
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
