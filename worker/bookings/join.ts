import { type Ctx, signedIn } from '../context'
import { deskCall } from '../durable-objects'
import { unlessRefused } from './refused'

type Asked = {
  sessionId: number
  partySize: number
  names: string[]
  notes: string | undefined
  /** Undoes leaving a moment ago. */
  oldPlace: boolean
}

/** Puts who asks on the waiting list of a full session. No read of D1 on this path either. */
export async function join(ctx: Ctx, { sessionId, oldPlace, partySize, names, notes }: Asked) {
  const { userId: id, name, email } = signedIn(ctx)
  const command = { user: { id, name, email }, partySize, names, notes: notes ?? null, oldPlace }
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.join(command)))
}
