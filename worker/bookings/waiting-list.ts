import type { Session } from '../sessions/session'
import type { Booking } from './booking'

/*
 * Who is offered what comes free. Like seats.ts: only types come in, time comes in as `now`.
 */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How long an offer stands: two hours, less as the start nears, but time enough to read it. */
const OFFER_MS = { most: 2 * HOUR_MS, least: 5 * MINUTE_MS, shareOfTimeLeft: 1 / 4 }

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

/** Never past the start. */
export function offerEndsAt(startTime: number, now: number): number {
  const share = (startTime - now) * OFFER_MS.shareOfTimeLeft
  const box = Math.min(OFFER_MS.most, Math.max(OFFER_MS.least, share))
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
