import { type Ctx, signedIn } from '../context'
import { deskCall } from '../durable-objects'
import { sessionOfBooking } from './booking'
import { unlessRefused } from './refused'

type Asked = { bookingId: number; partySize: number; names: string[] | undefined }

/** Gives some seats of one's own party back. */
export async function reduce(ctx: Ctx, { bookingId, partySize, names }: Asked) {
  const { userId } = signedIn(ctx)
  const command = { bookingId, userId, partySize, names: names ?? null }
  const sessionId = sessionOfBooking(bookingId)
  return unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.reduce(command)))
}
