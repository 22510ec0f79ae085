import { type Guest, isIn, isSeated } from './guest'
import type { Ticket, TicketRead } from './ticket'

/** One of her sessions, as far as a code held up at the wrong door needs a name. */
export type OtherSession = { id: number; title: string; start_time: string; time_zone: string }

/** What a code means at this door. Only `welcome` lets anybody in. */
export type Verdict =
  | { kind: 'welcome'; guest: Guest }
  | { kind: 'already-in'; guest: Guest }
  | { kind: 'given-back'; guest: Guest }
  | { kind: 'other-session'; session: OtherSession | undefined }
  /** Truly ours and for this session, but booked after the list was read. */
  | { kind: 'not-on-list'; ticket: Ticket }
  | { kind: 'forged' }
  | { kind: 'not-ours' }

export type AtDoor = {
  sessionId: number
  guests: readonly Guest[]
  others: readonly OtherSession[]
}

export function judge(read: TicketRead, { sessionId, guests, others }: AtDoor): Verdict {
  if (read.kind !== 'ticket') return read
  const { ticket } = read
  if (ticket.sessionId !== sessionId) {
    return { kind: 'other-session', session: others.find(({ id }) => id === ticket.sessionId) }
  }
  const guest = guests.find(({ id }) => id === ticket.bookingId)
  if (!guest) return { kind: 'not-on-list', ticket }
  if (isIn(guest)) return { kind: 'already-in', guest }
  return isSeated(guest) ? { kind: 'welcome', guest } : { kind: 'given-back', guest }
}
