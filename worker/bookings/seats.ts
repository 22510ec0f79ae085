import type { Seats, Session } from '../sessions/session'
import type { Booking, BookingState } from './booking'
import type { Refused } from './commands'

/*
 * The decision: who gets a seat. Only types come in; time comes in as `now`, counts as rows.
 * Everything here is synchronous, which is what makes it undisturbed.
 */

const HOUR_MS = 3_600_000

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
const PENDING: readonly BookingState[] = ['held', 'offered']

export type StateCount = { state: BookingState; rows: number; seats: number }

/** Counts of a desk: derived from its rows at every question, never kept. */
export function countSeats(capacity: number, counts: readonly StateCount[]): Seats {
  const sum = (states: readonly BookingState[]) =>
    counts.filter((c) => states.includes(c.state)).reduce((seats, c) => seats + c.seats, 0)
  const taken = sum(TAKES_A_SEAT)
  return {
    taken,
    pending: sum(PENDING),
    waiting: counts.find((c) => c.state === 'waitlisted')?.rows ?? 0,
    available: Math.max(0, capacity - taken),
  }
}

type Terms = Pick<
  Session,
  'status' | 'startTime' | 'endTime' | 'bookingClosesHours' | 'freeCancelHours'
>

/** Null: the seats are theirs. Otherwise why not, in words. */
export function refuseBooking(asked: {
  terms: Terms & { facilitatorUserId: number }
  seats: Seats
  userId: number
  partySize: number
  /** The live booking this user already has here. */
  mine: Pick<Booking, 'id'> | null
  now: number
}): Refused | null {
  const { terms, seats, mine, partySize, now } = asked
  if (terms.status === 'draft') return refused('not_found', 'There is no such session.')
  if (terms.status === 'cancelled') {
    return refused('session_cancelled', 'This session was cancelled. Nothing was booked.')
  }
  if (asked.userId === terms.facilitatorUserId) {
    return refused('own_session', 'This is your own session; its seats are for others.')
  }
  if (mine) {
    return refused('already_booked', 'You already have a seat in this session.', {
      booking_id: mine.id,
    })
  }
  if (now >= terms.startTime) {
    return refused('session_over', 'This session has begun. Nothing was booked.')
  }
  if (now >= terms.startTime - terms.bookingClosesHours * HOUR_MS) {
    return refused('booking_closed', 'Booking for this session has closed. Nothing was booked.')
  }
  if (seats.available === 0)
    return refused('session_full', 'This session is full. Nothing was booked.')
  if (seats.available < partySize) {
    return refused(
      'not_enough_seats',
      'Fewer seats are left than you asked for. Nothing was booked.',
      {
        available_spots: seats.available,
      },
    )
  }
  return null
}

/** What frees a seat is not refused while there is a seat to free. */
export function refuseCancelling(state: BookingState, terms: Terms, now: number): Refused | null {
  if (state === 'expired' || state === 'declined' || state === 'left') {
    return refused('booking_ended', 'This booking has already ended.')
  }
  if (state === 'attended' || state === 'no_show' || now >= terms.startTime) {
    return refused(
      'session_over',
      'This session has begun, so this seat can no longer be given back.',
    )
  }
  return null
}

/** Whether giving a seat back now is later than the time in which that is free. */
export function isLate(terms: Terms, now: number): boolean {
  return now > terms.startTime - terms.freeCancelHours * HOUR_MS
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

export function refused(code: Refused['code'], message: string, extra?: Refused['extra']): Refused {
  return { kind: 'refused', code, message, ...(extra ? { extra } : {}) }
}
