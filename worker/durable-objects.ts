import type { Desk, Read } from './bookings/commands'
import type { Env } from './env'
import { ApiError } from './errors'
import { overloadedDesks, sharedReads } from './sessions/recent-reads'

/** The only file that knows how objects are addressed: one desk per session, one inbox per facilitator. */
export function bookingDesk(env: Env, sessionId: number) {
  return env.BOOKING_DESK.getByName(String(sessionId))
}

export function facilitatorInbox(env: Env, facilitatorId: number) {
  return env.FACILITATOR_INBOX.getByName(String(facilitatorId))
}

/**
 * One call to a session's desk. A lost connection is tried once more with a new stub (the old one
 * stays broken), which is harmless because every verb of a desk may be repeated; an overloaded
 * desk is never asked again by us. Both end as 503; a bug inside the desk is thrown on. Whatever
 * was asked, what others read before is no longer shown here.
 */
export async function deskCall<Answer>(
  env: Env,
  sessionId: number,
  call: (desk: Desk) => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await withOneRetry(() => call(asDesk(bookingDesk(env, sessionId))))
    overloadedDesks.drop(sessionId)
    return answer
  } finally {
    sharedReads.drop(sessionId)
  }
}

/** The same for a look at the session, which changes nothing. */
export function deskRead(env: Env, sessionId: number, userId: number | null): Promise<Read> {
  return withOneRetry(() => asDesk(bookingDesk(env, sessionId)).read(userId))
}

/** The retry alone, so that it can be judged without an object that fails on demand. */
export async function withOneRetry<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  try {
    return await attempt()
  } catch (first) {
    if (!isFault(first, 'retryable') || isFault(first, 'overloaded')) throw inWords(first)
  }
  try {
    return await attempt()
  } catch (second) {
    throw inWords(second)
  }
}

// What crosses the RPC is plain data both ways, so the stub is the desk; its own type wraps every
// answer in promises of parts that nobody here uses.
function asDesk(stub: ReturnType<typeof bookingDesk>): Desk {
  return stub as unknown as Desk
}

function inWords(error: unknown): unknown {
  if (isFault(error, 'overloaded')) {
    return new ApiError('overloaded', 'Very many people are asking at once. Try again in a moment.')
  }
  if (isFault(error, 'retryable') || isFault(error, 'durableObjectReset')) {
    return new ApiError(
      'unavailable',
      'We could not tell whether that worked. Try again: nothing can happen twice.',
    )
  }
  return error
}

function isFault(error: unknown, mark: 'overloaded' | 'retryable' | 'durableObjectReset') {
  return error instanceof Error && (error as { [key in typeof mark]?: unknown })[mark] === true
}
