import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import type { ErrorCode } from '../errors'
import { fingerprint } from '../fingerprint'
import { findOrMakeGuest, forgetGuest, guestKeyOf } from '../users/guests'
import type { Refused } from './commands'
import { unlessRefused } from './refused'
import { toFacilitator } from './words'

type Asked = {
  sessionId: number
  name: string
  email: string | undefined
  partySize: number
  notes: string | undefined
  checkIn: boolean
  key: string | undefined
}

/**
 * A facilitator gives somebody a seat in her session, at the door or on the phone, while there are
 * any. Who has no account becomes a guest; one for whom there was no seat is forgotten again.
 */
export async function addAttendee(ctx: Ctx, { sessionId, key, ...asked }: Asked) {
  const { facilitatorId } = asFacilitator(ctx)
  const { name, partySize, checkIn } = asked
  const email = asked.email ?? null
  // Who sent none gets one for this call: a lost answer is asked for again by ourselves.
  const by = key ?? crypto.randomUUID()
  const guestKey = email === null ? guestKeyOf({ facilitatorId, sessionId, key: by }) : null
  const [guest] = await Promise.all([
    findOrMakeGuest(ctx, { name, email, guestKey }),
    // One that knows nothing yet reads D1 meanwhile, not after. Whether there is one it says below.
    deskCall(ctx.env, sessionId, (desk) => desk.open()),
  ])
  const command = {
    user: guest.user,
    partySize,
    names: [],
    notes: asked.notes ?? null,
    key: { value: by, fingerprint: fingerprint(asked) },
    addedBy: { facilitatorId, checkIn },
  }
  const answer = await deskCall(ctx.env, sessionId, (desk) => desk.book(command))
  if (answer.kind !== 'refused') return answer
  if (guest.isNew && !KNOWS_THEM.includes(answer.code)) await forgetGuest(ctx, guest.user.id)
  return unlessRefused(toHer(answer, name))
}

/** They have a row at that desk, by a press at the same time, of which D1 may not have heard. */
const KNOWS_THEM: readonly ErrorCode[] = [
  'already_booked',
  'offer_waiting',
  'idempotency_key_reused',
]

/** What the desk says to whom a seat is for, said to who gives it. */
function toHer(refused: Refused, name: string): Refused {
  const { code } = refused
  if (code === 'already_booked') return { ...refused, message: toFacilitator.alreadyIn(name) }
  if (code === 'offer_waiting') return { ...refused, message: toFacilitator.offered(name) }
  return refused
}
