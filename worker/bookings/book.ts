import { type Ctx, signedIn } from '../context'
import { deskCall } from '../durable-objects'
import { fingerprint } from '../fingerprint'
import { unlessRefused } from './refused'

type Booking = {
  sessionId: number
  partySize: number
  names: string[]
  notes: string | undefined
  key: string | undefined
}

/**
 * Asks the session's desk for seats. No read of D1 on this path: who asks comes from the
 * token, everything else is at the desk.
 */
export async function book(ctx: Ctx, { sessionId, key, ...asked }: Booking) {
  const { userId, name, email } = signedIn(ctx)
  const command = {
    user: { id: userId, name, email },
    partySize: asked.partySize,
    names: asked.names,
    notes: asked.notes ?? null,
    // Who sent none gets one for this call: a lost answer is asked for again by ourselves.
    key: { value: key ?? crypto.randomUUID(), fingerprint: fingerprint(asked) },
    addedBy: null,
  }
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.book(command)))
}
