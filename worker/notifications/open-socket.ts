import { asFacilitator, type Ctx } from '../context'
import { facilitatorInbox } from '../durable-objects'
import { writeUpgrade } from './upgrade'

/** Whose inbox it is comes from the token alone, so nobody's socket reaches another's. */
export async function openSocket(
  ctx: Ctx,
  asked: { after: number | null; epoch: string | null },
): Promise<Response> {
  const { facilitatorId, userId, signInId, expiresAt } = asFacilitator(ctx)
  const upgrade = writeUpgrade({ userId, signInId, expiresAt, ...asked })
  return facilitatorInbox(ctx.env, facilitatorId).fetch(upgrade)
}
