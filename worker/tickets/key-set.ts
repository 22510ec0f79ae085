import type { Ctx } from '../context'
import { previousTicketKey, ticketKey } from './ticket-key'

/** By which anybody verifies a ticket, as RFC 7517 has it; it signs none. */
export async function findKeySet({ env }: Ctx) {
  const [{ jwk }, previous] = await Promise.all([ticketKey(env), previousTicketKey(env)])
  return { keys: previous && previous.kid !== jwk.kid ? [jwk, previous] : [jwk] }
}
