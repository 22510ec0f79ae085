import type { Ctx } from '../context'
import { bookingDesk, withOneRetry } from '../durable-objects'
import { ApiError } from '../errors'
import { noSuchSession } from '../sessions/read'

/** A socket on which a session's desk tells how its seats stand: to anybody, and of nobody. */
export async function openLive(ctx: Ctx, sessionId: number): Promise<Response> {
  const upgraded = await withOneRetry(() => bookingDesk(ctx.env, sessionId).fetch(upgrade()))
  if (upgraded.status === 404) throw noSuchSession()
  if (upgraded.status !== 101) {
    throw new ApiError(
      'overloaded',
      'Very many people look at this session. Ask for its availability instead.',
    )
  }
  return upgraded
}

/** A request of our own making: nothing of the client's goes on. */
function upgrade(): Request {
  return new Request('https://desk/live', { headers: { Upgrade: 'websocket' } })
}
