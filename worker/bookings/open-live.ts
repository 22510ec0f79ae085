import type { Ctx } from '../context'
import { bookingDesk, withOneRetry } from '../durable-objects'
import { ApiError } from '../errors'
import { fingerprint } from '../fingerprint'
import { limitsAreOff } from '../limits-off'
import { noSuchSession } from '../sessions/read'
import { LISTENER } from './live-seats'

/** A socket on which a session's desk tells how its seats stand: to anybody, and of nobody. */
export async function openLive(
  ctx: Ctx,
  { sessionId, address }: { sessionId: number; address: string | undefined },
): Promise<Response> {
  const listener = address && !limitsAreOff(ctx.env) ? fingerprint(address) : null
  const upgraded = await withOneRetry(() =>
    bookingDesk(ctx.env, sessionId).fetch(upgrade(listener)),
  )
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
function upgrade(listener: string | null): Request {
  const headers = { Upgrade: 'websocket', ...(listener ? { [LISTENER]: listener } : {}) }
  return new Request('https://desk/live', { headers })
}
