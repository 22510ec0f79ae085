import { promotionClosesAt } from '../bookings/waiting-list'
import type { sessions } from '../db/schema'
import type { Env } from '../env'

/** A session as D1 keeps it: words, terms, and the seats last counted at its desk. */
export type SessionRow = typeof sessions.$inferSelect

/** How many seats are taken and left; always derived from a desk's rows. */
export type Seats = {
  /** Seats of confirmed, attended, no-show, held and offered bookings. */
  taken: number
  /** Of those, held or offered: nobody has confirmed them yet. */
  pending: number
  /** People on the waiting list. */
  waiting: number
  /** Seats that can be booked directly. */
  available: number
}

/** Words and terms, without what the desk counts and what D1 reckons out of them. */
export type Session = Omit<SessionRow, 'rev' | 'seatsRev' | 'hour' | keyof Seats>

/** What a facilitator may change, and only the desk writes. */
export type SessionChanges = Partial<
  Omit<Session, 'id' | 'facilitatorId' | 'createdAt' | 'currency' | 'hiddenAt'>
>

export type Facilitator = { id: number; userId: number; name: string }

/** A session on the wire, as everybody may read it. */
export type SessionOut = ReturnType<typeof sessionOut>

/** Money leaves as a decimal in whole units of the currency: 2500 minor units of EUR are 25. */
export function decimal(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency)
}

export function toMinor(price: number, currency: string): number {
  return Math.round(price * 10 ** minorDigits(currency))
}

/** 2 for EUR, 0 for JPY, 3 for KWD: the platform knows. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** Leaves out what only booked people see (`online_url`, `arrival_note`). */
export function sessionOut(session: Session, seats: Seats, facilitator: { name: string }) {
  return {
    id: session.id,
    title: session.title,
    description: session.description,
    facilitator: facilitator.name,
    facilitator_id: session.facilitatorId,
    session_type: session.sessionType,
    status: session.status,
    start_time: iso(session.startTime),
    end_time: iso(session.endTime),
    time_zone: session.timeZone,
    capacity: session.capacity,
    price: decimal(session.priceMinor, session.currency),
    currency: session.currency,
    payment_note: session.paymentNote,
    place_name: session.placeName,
    place_address: session.placeAddress,
    is_online: session.onlineUrl !== null,
    what_to_expect: session.whatToExpect,
    days: session.days,
    booking_closes_hours: session.bookingClosesHours,
    free_cancel_hours: session.freeCancelHours,
    waitlist_policy: session.waitlistPolicy,
    promotion_closes_hours: session.promotionClosesHours,
    promotion_closes_at: iso(promotionClosesAt(session)),
    moved_at: session.movedAt === null ? null : iso(session.movedAt),
    moved_free_until: session.movedFreeUntil === null ? null : iso(session.movedFreeUntil),
    cancel_reason: session.cancelReason,
    taken: seats.taken,
    pending: seats.pending,
    waiting: seats.waiting,
    available_spots: seats.available,
    over: Math.max(0, seats.taken - session.capacity),
    created_at: iso(session.createdAt),
  }
}

/** The same for its own facilitator, whose editor needs every field. */
export function ownSessionOut(session: Session, seats: Seats, facilitator: { name: string }) {
  return {
    ...sessionOut(session, seats, facilitator),
    online_url: session.onlineUrl,
    arrival_note: session.arrivalNote,
    hidden_at: hiddenAt(session),
  }
}

/** Told only to those who see it all the same. */
export function hiddenAt(session: Pick<Session, 'hiddenAt'>): string | null {
  return session.hiddenAt === null ? null : iso(session.hiddenAt)
}

/** One site sells in one currency. */
export function siteCurrency(env: Pick<Env, 'CURRENCY'>): string {
  return env.CURRENCY || 'EUR'
}

/** Where a date without a session is meant. */
export function siteTimeZone(env: Pick<Env, 'DEFAULT_TIME_ZONE'>): string {
  return env.DEFAULT_TIME_ZONE || 'UTC'
}

export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
