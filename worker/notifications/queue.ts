import type { DeskEvent } from './messages'

/*
 * What an inbox decides: what is new, who is behind, what goes, when to wake.
 * Nothing here knows a clock, a socket or a table.
 */

export const NOTICES_MAX = 10_000
export const KEPT_MS = 90 * 24 * 3_600_000
/** How much of what was missed is sent at once; the next page goes out on its ack. */
export const PAGE_NOTICES = 100
export const SOCKETS_MAX = 20
/** However long a token lives, who holds a socket proves it again this often. */
export const PROOF_MS = 15 * 60_000
export const CLIENT_MESSAGE_MAX_BYTES = 4_096
export const CLIENT_MESSAGES_PER_MINUTE = 100

/** How far an inbox has counted and what it still keeps; `oldestSeq` is 0 when it keeps nothing. */
export type Count = { epoch: string; oldestSeq: number; lastSeq: number }

export type NewNotice = DeskEvent & { seq: number }

/**
 * Of what desks delivered, what this inbox does not have, each with its place in the count.
 * A desk delivers in the order of its revs, so a rev that is not higher was here before.
 */
export function admit(
  events: DeskEvent[],
  lastSeq: number,
  lastRevs: ReadonlyMap<number, number>,
): NewNotice[] {
  const revs = new Map(lastRevs)
  const admitted: NewNotice[] = []
  for (const event of events) {
    if (event.rev <= (revs.get(event.session_id) ?? 0)) continue
    revs.set(event.session_id, event.rev)
    admitted.push({ ...event, seq: lastSeq + admitted.length + 1 })
  }
  return admitted
}

/**
 * Whether what an outside system told belongs here: not if its booking was told already, by whom
 * ever, and not if it is so old that what was kept of it has been pruned since.
 */
export function admitsOutside(
  receivedAt: number,
  known: { isTold: boolean; count: Count; oldestStoredAt: number | null },
  now: number,
): boolean {
  const { isTold, count, oldestStoredAt } = known
  if (isTold || receivedAt <= now - KEPT_MS) return false
  const wasPruned = count.oldestSeq > 1
  return !wasPruned || oldestStoredAt === null || receivedAt >= oldestStoredAt
}

/** Where a new socket stands, and whether what it asked for can no longer be given. */
export function startingPlace(
  asked: { after: number | null; epoch: string | null },
  count: Count,
): { place: number; gap: boolean } {
  const { after, epoch } = asked
  const level = { place: count.lastSeq, gap: false }
  if (after === null) return level
  // Who has seen nothing has nothing from another count.
  const sameCount = after === 0 || epoch === null || epoch === count.epoch
  const oldestKept = count.oldestSeq || count.lastSeq + 1
  const missed = !sameCount || after > count.lastSeq || after < oldestKept - 1
  return missed ? { ...level, gap: true } : { place: after, gap: false }
}

/**
 * From where the next page goes out on an ack, or null while the last one is still on its way.
 * An ack ahead of what was sent here (a list by REST, another window) is taken at its word.
 */
export function nextPageFrom(place: number, ackedSeq: number): number | null {
  return ackedSeq < place ? null : ackedSeq
}

/** What is at or below this has to go, for number or for age. 0 when nothing has. */
export function pruneThrough(count: Count, youngestExpiredSeq: number): number {
  if (count.oldestSeq === 0) return 0
  const through = Math.max(count.lastSeq - NOTICES_MAX, youngestExpiredSeq)
  return through >= count.oldestSeq ? through : 0
}

/** The earliest moment at which a socket's proof ends or a notice has grown too old. */
export function nextWake(socketEnds: number[], oldestStoredAt: number | null): number | null {
  const due = oldestStoredAt === null ? socketEnds : [...socketEnds, oldestStoredAt + KEPT_MS]
  return due.length > 0 ? Math.min(...due) : null
}

/** Messages a client has sent since a minute began. */
export type Pace = { since: number; messages: number }

/** The pace with one more message in it. */
export function quicken(pace: Pace, now: number): Pace {
  if (now - pace.since >= 60_000) return { since: now, messages: 1 }
  return { ...pace, messages: pace.messages + 1 }
}

export function isTooFast(pace: Pace): boolean {
  return pace.messages > CLIENT_MESSAGES_PER_MINUTE
}
