import type { Detail, ErrorCode } from '../errors'
import type { Facilitator, Seats, Session, SessionChanges } from '../sessions/session'
import type { Booking } from './booking'

/*
 * What can be asked of a session's desk, and what it answers. Errors lose their class over RPC,
 * so a refusal is a value; only bugs throw.
 */

export type Refused = {
  kind: 'refused'
  code: ErrorCode
  message: string
  details?: Detail[]
  extra?: Record<string, unknown>
}

/** The session as it is after the command. */
export type AtDesk = { session: Session; facilitator: Facilitator; seats: Seats }

/** Whether D1 already shows it. False means: it is done, lists follow. */
type Recorded = { recorded: boolean }

export type Book = {
  user: Visitor
  partySize: number
  names: string[]
  notes: string | null
  /** An idempotency key and the SHA-256 of the body it came with. */
  key: { value: string; fingerprint: string } | null
}
export type Visitor = { id: number; name: string; email: string }

/** Whose booking it is stands beside it, so that nobody has to ask D1. */
export type Booked =
  | ({ kind: 'booked'; booking: Booking; visitor: Visitor } & AtDesk & Recorded)
  | Refused

export type CancelBooking = {
  bookingId: number
  /** Its own user, or the facilitator of its session. */
  by: { userId: number } | { facilitatorId: number }
  reason: string | null
}
export type Cancelled = Booked

export type Amend = { facilitatorId: number; changes: SessionChanges }
export type Amended =
  | ({
      kind: 'amended'
      /** Sentences a facilitator should read, such as "2 over". */
      warnings: string[]
      /** Seats sold above capacity. */
      over: number
    } & AtDesk &
      Recorded)
  | Refused

export type CancelSession = { facilitatorId: number; reason: string | null }

export type Read = ({ kind: 'session'; mine: Booking | null } & AtDesk) | Refused

/** The verbs of a desk, for those who call it. */
export interface Desk {
  /** Hydrates the desk and keeps it near its first caller. */
  open(): Promise<{ kind: 'open' } | Refused>
  read(userId: number | null): Promise<Read>
  book(command: Book): Promise<Booked>
  cancel(command: CancelBooking): Promise<Cancelled>
  amend(command: Amend): Promise<Amended>
  cancelSession(command: CancelSession): Promise<Amended>
  /** Forgets a person: coming seats are given back, name, email and notes overwritten. */
  erase(userId: number): Promise<{ kind: 'erased' } | Refused>
  /** Learns its facilitator's new name, if it knew the old one. */
  rename(facilitatorName: string): Promise<void>
}
