import type { Env } from './env'

/** The only file that knows how objects are addressed: one desk per session, one inbox per facilitator. */
export function bookingDesk(env: Env, sessionId: number) {
  return env.BOOKING_DESK.getByName(String(sessionId))
}

export function facilitatorInbox(env: Env, facilitatorId: number) {
  return env.FACILITATOR_INBOX.getByName(String(facilitatorId))
}
