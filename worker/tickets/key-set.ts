import type { Ctx } from '../context'
import { ticketKey } from './ticket-key'

/** By which anybody verifies a ticket, as RFC 7517 has it; it signs none. */
export async function findKeySet(ctx: Ctx) {
  const { jwk } = await ticketKey(ctx.env)
  return { keys: [jwk] }
}
