import type { Session } from '../sessions/session'
import type { Booking } from './booking'

/*
 * Who is offered what comes free. Like seats.ts: only types come in, time comes in as `now`.
 */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Less than the whole time as the start nears, but enough to read it. */
const LEAST_MS = 5 * MINUTE_MS
/** Whatever is set: what ended as it began would be offered on and on. */
const SHORTEST_MS = 1_000
const SHARE_OF_TIME_LEFT = 1 / 4

/** How long an offer stands where nothing else is set (`OFFER_MINUTES`). */
const OFFER_MS = 2 * HOUR_MS

export function offerMs(setting: string | undefined): number {
  const minutes = Number(setting)
  return minutes > 0 ? minutes * MINUTE_MS : OFFER_MS
}

/** A moment in which leaving may be thought better of; nobody can have been promised much in it. */
const PLACE_KEPT_MS = 2 * MINUTE_MS

/** Until when whoever left the list finds their old place again; null where nothing is kept. */
export function placeKeptUntil(
  booking: Pick<Booking, 'state' | 'cancelledBy' | 'updatedAt'>,
): number | null {
  const leftThemselves = booking.state === 'left' && booking.cancelledBy === 'user'
  return leftThemselves ? booking.updatedAt + PLACE_KEPT_MS : null
}

type Terms = Pick<Session, 'status' | 'startTime' | 'promotionClosesHours'>
export type Waiter = Pick<Booking, 'id' | 'partySize'>

/** After this nobody is offered anything; what is free is simply open. */
export function promotionClosesAt(
  terms: Pick<Terms, 'startTime' | 'promotionClosesHours'>,
): number {
  return terms.startTime - terms.promotionClosesHours * HOUR_MS
}

export function isPromoting(terms: Terms, now: number): boolean {
  return terms.status === 'active' && now < promotionClosesAt(terms)
}

/** Never past the start. `most` is how long an offer stands that has all the time it wants. */
export function offerEndsAt(startTime: number, now: number, most: number): number {
  const share = (startTime - now) * SHARE_OF_TIME_LEFT
  const box = Math.max(SHORTEST_MS, Math.min(most, Math.max(LEAST_MS, share)))
  return Math.min(startTime, now + Math.floor(box))
}

export type Turn<W extends Waiter> = {
  waiter: W
  /** What was free when their turn came. */
  free: number
  isOffered: boolean
}

/**
 * Goes down the list, longest waiting first, while seats are free. `skip` passes over a party that
 * does not fit; `strict` stops at it, and the seats wait with it.
 */
export function takeTurns<W extends Waiter>(
  policy: Session['waitlistPolicy'],
  freeSeats: number,
  waiters: readonly W[],
): Turn<W>[] {
  const turns: Turn<W>[] = []
  let free = freeSeats
  for (const waiter of waiters) {
    if (free <= 0) break
    const isOffered = waiter.partySize <= free
    turns.push({ waiter, free, isOffered })
    if (isOffered) free -= waiter.partySize
    else if (policy === 'strict') break
  }
  return turns
}

/** I3: no free seat beside somebody who waits for it, while seats are offered. */
export function isPassedOver(
  room: Terms & Pick<Session, 'capacity' | 'waitlistPolicy'>,
  taken: number,
  waiters: readonly Waiter[],
  now: number,
): boolean {
  if (!isPromoting(room, now)) return false
  return takeTurns(room.waitlistPolicy, room.capacity - taken, waiters).some(
    (turn) => turn.isOffered,
  )
}
