import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
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
 * any. Who has no account becomes a guest; one for whom there was no seat is forgotten again, and
 * where nothing can be told of the seat, by the sweep.
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
    // What she said, also where they have an account: its name is theirs to tell her.
    user: { ...guest.user, name },
    partySize,
    names: [],
    notes: asked.notes ?? null,
    // Hers, whoever is added by it: the person's own keys are another matter.
    key: { value: `added:${by}`, fingerprint: fingerprint(asked) },
    addedBy: { facilitatorId, checkIn },
  }
  const answer = await deskCall(ctx.env, sessionId, (desk) => desk.book(command))
  if (answer.kind !== 'refused') return answer
  if (guest.isNew) ctx.later(forgetUnlessSeated(ctx, sessionId, guest.user.id))
  return unlessRefused(toHer(answer, name))
}

/** By a press at the same time they may have a seat there, of which D1 has yet to hear. */
async function forgetUnlessSeated(ctx: Ctx, sessionId: number, userId: number): Promise<void> {
  const read = await deskCall(ctx.env, sessionId, (desk) => desk.read(userId))
  if (read.kind === 'session' && read.mine) return
  await forgetGuest(ctx.db, userId)
}

/** What the desk says to whom a seat is for, said to who gives it. */
function toHer(refused: Refused, name: string): Refused {
  const { code } = refused
  if (code === 'already_booked') return { ...refused, message: toFacilitator.alreadyIn(name) }
  if (code === 'offer_waiting') return { ...refused, message: toFacilitator.offered(name) }
  return refused
}
