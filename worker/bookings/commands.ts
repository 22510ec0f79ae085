import type { Detail, ErrorCode } from '../errors'
import type { Facilitator, Seats, Session, SessionChanges } from '../sessions/session'
import type { Booking } from './booking'
import type { Decided } from './desk/store'

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

/** Seats for somebody, on the list or in the room. */
type Party = {
  user: Visitor
  partySize: number
  names: string[]
  notes: string | null
}

export type Join = Party & {
  /** Undoes leaving a moment ago. */
  oldPlace?: boolean
}

export type Book = Party & {
  /** An idempotency key and the SHA-256 of the body it came with. */
  key: { value: string; fingerprint: string } | null
  /** The session's facilitator, who adds somebody at the door or on the phone. */
  addedBy: { facilitatorId: number; checkIn: boolean } | null
}
export type Visitor = { id: number; name: string; email: string }

/** Whose booking it is stands beside it, so that nobody has to ask D1. */
export type Booked =
  | ({
      kind: 'booked'
      booking: Booking
      visitor: Visitor
      /** On the waiting list, counted from 1; null for who does not wait. */
      position: number | null
      /** It stood so before: asking changed nothing. */
      already: boolean
    } & AtDesk &
      Recorded)
  | Refused

export type CancelBooking = {
  bookingId: number
  /** Its own user, or the facilitator of its session. */
  by: { userId: number } | { facilitatorId: number }
  reason: string | null
}
export type Cancelled = Booked

/** What only its own user may do with it. */
export type OwnBooking = { bookingId: number; userId: number }
export type Reduce = OwnBooking & { partySize: number; names: string[] | null }

/** What only its session's facilitator may do with it. */
export type AtDoor = { bookingId: number; facilitatorId: number }
/** Epoch ms at which they came in, from a list that was offline; null is now. */
export type CheckIn = AtDoor & { at: number | null }

export type ReadDecisions = { facilitatorId: number; before: number | null; limit: number }
export type Decisions =
  | {
      kind: 'decisions'
      decisions: Decided[]
      more: boolean
      session: Pick<Session, 'timeZone' | 'sessionType'>
    }
  | Refused

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

/** `mine` is the live booking of who asks, and `position` its place among those who wait. */
export type Read =
  | ({ kind: 'session'; mine: Booking | null; position: number | null } & AtDesk)
  | Refused

/** What the sweep brings: how far D1 has heard, and what is born there. */
export type KnownInD1 = { knownRev: number; facilitatorName: string; hiddenAt: number | null }

/** The verbs of a desk, for those who call it. */
export interface Desk {
  /** Hydrates the desk and keeps it near its first caller. */
  open(): Promise<{ kind: 'open' } | Refused>
  read(userId: number | null): Promise<Read>
  book(command: Book): Promise<Booked>
  join(command: Join): Promise<Booked>
  accept(command: OwnBooking): Promise<Booked>
  decline(command: OwnBooking): Promise<Booked>
  leave(command: OwnBooking): Promise<Booked>
  reduce(command: Reduce): Promise<Booked>
  cancel(command: CancelBooking): Promise<Cancelled>
  checkIn(command: CheckIn): Promise<Booked>
  undoCheckIn(command: AtDoor): Promise<Booked>
  /** Why people on the list were given seats, or were not; the latest first. */
  decisions(command: ReadDecisions): Promise<Decisions>
  amend(command: Amend): Promise<Amended>
  cancelSession(command: CancelSession): Promise<Amended>
  /** Forgets a person: coming seats are given back, name, email and notes overwritten. */
  erase(userId: number): Promise<{ kind: 'erased' } | Refused>
  /** Learns its facilitator's new name, if it knew the old one. */
  rename(facilitatorName: string): Promise<void>
  /** Hears that operators hid the session, or that they did not, and asks them itself. */
  hide(hiddenAt: number | null): Promise<void>
}
