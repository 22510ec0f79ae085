import type { Seats, Session } from '../sessions/session'
import type { Booking, BookingState } from './booking'
import type { Refused } from './commands'
import { isPassedOver, isPromoting, type Waiter } from './waiting-list'

/*
 * The decision: who gets a seat. Only types come in; time comes in as `now`, counts as rows.
 * Everything here is synchronous, which is what makes it undisturbed.
 */

const HOUR_MS = 3_600_000
const DOOR_OPENS_MS = 12 * HOUR_MS

/** States in which a booking still means something: one per user and session. */
export const LIVE = [
  'held',
  'confirmed',
  'attended',
  'no_show',
  'offered',
  'waitlisted',
] as const satisfies readonly BookingState[]

const TAKES_A_SEAT: readonly BookingState[] = [
  'held',
  'confirmed',
  'attended',
  'no_show',
  'offered',
]
/** Has a seat, whether they came or not. */
export const SEATED: readonly BookingState[] = ['confirmed', 'attended', 'no_show']
const PENDING: readonly BookingState[] = ['held', 'offered']

export type StateCount = { state: BookingState; rows: number; seats: number }

/** What decides how many seats anyone may book. */
type Room = Pick<
  Session,
  'status' | 'startTime' | 'capacity' | 'waitlistPolicy' | 'promotionClosesHours'
>

/** Counts of a desk: derived from its rows at every question, never kept. */
export function countSeats(room: Room, counts: readonly StateCount[], now: number): Seats {
  const sum = (states: readonly BookingState[]) =>
    counts.filter((c) => states.includes(c.state)).reduce((seats, c) => seats + c.seats, 0)
  const taken = sum(TAKES_A_SEAT)
  const waiting = counts.find((c) => c.state === 'waitlisted')?.rows ?? 0
  // Strict: what is free is for those who wait, for as long as seats are offered to them.
  const isKept = room.waitlistPolicy === 'strict' && waiting > 0 && isPromoting(room, now)
  return {
    taken,
    pending: sum(PENDING),
    waiting,
    available: isKept ? 0 : Math.max(0, room.capacity - taken),
  }
}

type Terms = Pick<
  Session,
  | 'sessionType'
  | 'status'
  | 'startTime'
  | 'endTime'
  | 'capacity'
  | 'bookingClosesHours'
  | 'freeCancelHours'
  | 'promotionClosesHours'
  | 'movedAt'
  | 'movedFreeUntil'
>

type Asked = {
  terms: Terms & { facilitatorUserId: number; hiddenAt: number | null }
  seats: Seats
  userId: number
  partySize: number
  /** The live booking this user already has here. */
  mine: Pick<Booking, 'id' | 'state' | 'partySize'> | null
  now: number
}

/** Null: the seats are theirs. Otherwise why not, in words. */
export function refuseBooking(asked: Asked): Refused | null {
  const { terms, seats, partySize, mine, now } = asked
  const refusal = refuseVisitor(asked) ?? refuseWhoIsIn(asked)
  if (refusal) return refusal
  if (now >= terms.startTime) {
    return refused('session_over', `This ${terms.sessionType} has begun. Nothing was booked.`)
  }
  // Whose offer it is takes it: its seats are kept for them, also when others can no longer book.
  if (mine?.state === 'offered') return null
  if (now >= terms.startTime - terms.bookingClosesHours * HOUR_MS) {
    return refused(
      'booking_closed',
      `Booking for this ${terms.sessionType} has closed. Nothing was booked.`,
    )
  }
  return refuseForSeats(terms, seats, partySize)
}

/** The facilitator adds somebody, while it goes on too: her door closes with the session. */
export function refuseWalkIn(asked: Asked): Refused | null {
  const { terms, seats, partySize, mine, now } = asked
  if (terms.status === 'draft') {
    return refused('session_not_open', `Publish this ${terms.sessionType} first. Nobody was added.`)
  }
  const refusal = refuseAnyone(asked) ?? refuseWhoIsIn(asked)
  if (refusal) return refusal
  if (now >= terms.endTime) {
    return refused('session_over', `This ${terms.sessionType} is over. Nobody was added.`)
  }
  if (mine?.state === 'offered') return null
  return refuseForSeats(terms, seats, partySize)
}

/** Null: they wait from now on. Whoever waits already is not asked about here. */
export function refuseJoining(asked: Asked): Refused | null {
  const { terms, seats, partySize, mine, now } = asked
  const refusal = refuseVisitor(asked)
  if (refusal) return refusal
  if (mine?.state === 'waitlisted') {
    return refused(
      'already_waiting',
      `You are on the list already, with another number of ${seatOf(terms)}s.`,
      {
        booking_id: mine.id,
      },
    )
  }
  if (mine?.state === 'offered') {
    return refused(
      'offer_waiting',
      `A ${seatOf(terms)} is offered to you already. Take it or pass it on.`,
      {
        booking_id: mine.id,
      },
    )
  }
  if (mine) return refuseWhoIsIn(asked)
  if (now >= terms.startTime) {
    return refused(
      'session_over',
      `This ${terms.sessionType} has begun. Nobody waits for it any more.`,
    )
  }
  if (!isPromoting(terms, now)) {
    return refused(
      'list_closed',
      `The list for this ${terms.sessionType} has closed. What comes free is open to all.`,
    )
  }
  if (partySize > terms.capacity) {
    return refused(
      'party_too_large',
      `You asked for more ${seatOf(terms)}s than there are in all.`,
      {
        capacity: terms.capacity,
      },
    )
  }
  if (seats.available >= partySize) {
    return refused(
      'seats_free',
      `There are ${seatOf(terms)}s for you now. Book them; there is no list.`,
      {
        available_spots: seats.available,
      },
    )
  }
  return null
}

function refuseVisitor(asked: Asked): Refused | null {
  const { terms, mine } = asked
  // Who had found the way in before it was hidden goes on as before: on the list, or with an offer.
  const isUnseen = terms.status === 'draft' || (terms.hiddenAt !== null && mine === null)
  if (isUnseen) return refused('not_found', 'There is no such session.')
  return refuseAnyone(asked)
}

function refuseAnyone({ terms, userId }: Asked): Refused | null {
  if (terms.status === 'cancelled') {
    return refused(
      'session_cancelled',
      `This ${terms.sessionType} was cancelled. Nothing was booked.`,
    )
  }
  if (userId === terms.facilitatorUserId) {
    return refused(
      'own_session',
      `This is your own ${terms.sessionType}; its ${seatOf(terms)}s are for others.`,
    )
  }
  return null
}

function refuseWhoIsIn({ terms, mine, partySize }: Asked): Refused | null {
  if (!mine || mine.state === 'waitlisted') return null
  if (mine.state !== 'offered') {
    return refused(
      'already_booked',
      `You already have a ${seatOf(terms)} in this ${terms.sessionType}.`,
      {
        booking_id: mine.id,
      },
    )
  }
  if (mine.partySize === partySize) return null
  return refused(
    'offer_waiting',
    `You are offered ${mine.partySize === 1 ? `one ${seatOf(terms)}` : `${mine.partySize} ${seatOf(terms)}s`}. Take that, or pass it on first.`,
    { booking_id: mine.id },
  )
}

function refuseForSeats(terms: Terms, seats: Seats, partySize: number): Refused | null {
  if (seats.available >= partySize) return null
  if (seats.available === 0)
    return refused('session_full', `This ${terms.sessionType} is full. Nothing was booked.`)
  return refused(
    'not_enough_seats',
    `Fewer ${seatOf(terms)}s are left than you asked for. Nothing was booked.`,
    { available_spots: seats.available },
  )
}

/** What one has in it, in words. */
const seatOf = ({ sessionType }: Pick<Terms, 'sessionType'>) =>
  sessionType === 'retreat' ? 'place' : 'seat'

/** Who waits or is offered a seat has none yet, and may never have had. */
export function isOnTheList(state: BookingState): boolean {
  return state === 'waitlisted' || state === 'offered'
}

/** What a live booking becomes when it is given up: only what was a seat is cancelled. */
export function endOf(state: BookingState, by: 'user' | 'others'): BookingState {
  if (state === 'waitlisted') return 'left'
  if (state === 'offered') return by === 'user' ? 'declined' : 'expired'
  return 'cancelled'
}

/** What frees a seat is not refused while there is a seat to free. */
export function refuseCancelling(state: BookingState, terms: Terms, now: number): Refused | null {
  if (state === 'expired' || state === 'declined' || state === 'left') {
    return refused('booking_ended', 'This booking has already ended.')
  }
  if (state === 'attended' || state === 'no_show' || now >= terms.startTime) {
    return refused(
      'session_over',
      `This ${terms.sessionType} has begun, so this ${seatOf(terms)} can no longer be given back.`,
    )
  }
  return null
}

/** A moment in which adding somebody may turn out to be a mistake: twice, or to the wrong session. */
const ADDED_UNDONE_MS = 2 * 60_000

/**
 * Until when its facilitator may take back whom she added, also who is let in and after the start.
 * Null: it was not she, or it has ended. Who waited before goes on as booked, for their place is gone.
 */
export function addedUndoneUntil(
  booking: Pick<Booking, 'state' | 'bookedBy' | 'waitedAt' | 'createdAt'>,
  { endTime }: Pick<Terms, 'endTime'>,
): number | null {
  const { state, bookedBy, waitedAt, createdAt } = booking
  const isAdded = bookedBy === 'facilitator' && waitedAt === null
  if (!isAdded || (state !== 'confirmed' && state !== 'attended')) return null
  return Math.min(endTime, createdAt + ADDED_UNDONE_MS)
}

/**
 * Until when a booking may be given back freely. Who had booked before the session moved has
 * until the date that was given for that, even where the usual time has passed.
 */
export function freeUntil(terms: Terms, booking: Pick<Booking, 'createdAt'>): number {
  const usual = terms.startTime - terms.freeCancelHours * HOUR_MS
  const { movedAt, movedFreeUntil } = terms
  const hadBooked = movedAt !== null && movedFreeUntil !== null && booking.createdAt <= movedAt
  return hadBooked ? Math.min(terms.startTime, Math.max(usual, movedFreeUntil)) : usual
}

/** Whether giving a seat back now is later than the time in which that is free. */
export function isLate(terms: Terms, booking: Pick<Booking, 'createdAt'>, now: number): boolean {
  return now > freeUntil(terms, booking)
}

export function doorOpensAt({ startTime }: Pick<Terms, 'startTime'>): number {
  return startTime - DOOR_OPENS_MS
}

/** Not before the day of it: who is let in weeks early was meant for another session. */
export function refuseCheckIn(
  booking: Pick<Booking, 'state'>,
  terms: Pick<Terms, 'sessionType' | 'startTime'>,
  now: number,
): Refused | null {
  const { state } = booking
  if (state === 'waitlisted' || state === 'offered' || state === 'held') {
    return refused('not_booked', `They are on the waiting list and have no ${seatOf(terms)} yet.`)
  }
  if (!SEATED.includes(state)) {
    return refused(
      'booking_ended',
      `This booking was given back. There is no ${seatOf(terms)} in it.`,
    )
  }
  if (now < doorOpensAt(terms)) {
    return refused('too_early', 'The door opens twelve hours before the start.')
  }
  return null
}

/**
 * I1: a command may raise what is taken only up to capacity. Checked inside every
 * transaction, also in production; a breach throws, which undoes the command.
 */
export function assertNotOversold(before: Seats, after: Seats, capacity: number): void {
  if (after.taken > before.taken && after.taken > capacity) {
    throw new Error(`I1: taken rose from ${before.taken} to ${after.taken} of ${capacity}`)
  }
}

/** I3, checked in the same place: whoever waits and fits is offered what is free. */
export function assertNobodyPassedOver(
  room: Room,
  seats: Seats,
  listWaiters: () => readonly Waiter[],
  now: number,
): void {
  // A full session's list may be long, and need not be read to know that nothing is free.
  if (seats.taken < room.capacity && isPassedOver(room, seats.taken, listWaiters(), now)) {
    throw new Error(`I3: of ${room.capacity} seats ${seats.taken} are taken and somebody waits`)
  }
}

export function refused(code: Refused['code'], message: string, extra?: Refused['extra']): Refused {
  return { kind: 'refused', code, message, ...(extra ? { extra } : {}) }
}
