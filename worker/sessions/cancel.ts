import { unlessRefused } from '../bookings/refused'
import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { ownSessionOut } from './session'

/** Ends the session and every booking in it; all rows are kept. Doing it twice is doing it once. */
export async function cancelSession(ctx: Ctx, id: number, reason: string | null) {
  const { facilitatorId } = asFacilitator(ctx)
  const { session, seats, facilitator } = unlessRefused(
    await deskCall(ctx.env, id, (desk) => desk.cancelSession({ facilitatorId, reason })),
  )
  return ownSessionOut(session, seats, facilitator)
}
