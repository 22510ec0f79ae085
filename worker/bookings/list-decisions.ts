import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import type { PageQuery } from '../paging'
import { iso, type Session } from '../sessions/session'
import { decisionWords } from './decision-words'
import type { Decided } from './desk/store'
import { unlessRefused } from './refused'

/** Why people on the list of one of her sessions were given seats, or were not; the latest first. */
export async function listDecisions(ctx: Ctx, sessionId: number, { cursor, limit }: PageQuery) {
  const { facilitatorId } = asFacilitator(ctx)
  const asked = { facilitatorId, before: cursor?.id ?? null, limit }
  const { decisions, more, session } = unlessRefused(
    await deskCall(ctx.env, sessionId, (desk) => desk.decisions(asked)),
  )
  const last = decisions.at(-1)?.decision
  return {
    decisions: decisions.map((decided) => decisionOut(decided, session)),
    next: more && last ? { at: last.at, id: last.id } : null,
  }
}

function decisionOut(
  { decision, person }: Decided,
  session: Pick<Session, 'timeZone' | 'sessionType'>,
) {
  const { id, at, kind, bookingId, partySize, free, capacity, until } = decision
  return {
    id,
    at: iso(at),
    kind,
    booking_id: bookingId,
    user: person && { id: person.userId, name: person.name },
    party_size: partySize,
    free,
    capacity,
    until: until === null ? null : iso(until),
    message: decisionWords(decision, person?.name ?? null, session),
  }
}
