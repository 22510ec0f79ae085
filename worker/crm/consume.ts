import type { CrmRow } from '../bookings/record'
import type { Env } from '../env'
import { deliver, isConfigured } from './deliver'

const RETRY_FIRST_S = 10
const RETRY_MAX_S = 3_600

/**
 * What the queue has for the outside CRM, each on its own: one that is refused holds up none
 * beside it, and a CRM that is dead holds up nobody.
 */
export async function consume(
  batch: MessageBatch<CrmRow>,
  env: Env,
  fetch = globalThis.fetch,
): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        // Without an address there is nobody to tell any more; the log has it all the same.
        if (isConfigured(env)) await deliver(env, message.body, fetch)
        message.ack()
      } catch (error) {
        warn(message.body, error)
        message.retry({ delaySeconds: retryDelaySeconds(message.attempts) })
      }
    }),
  )
}

/** 10 s, 20 s, 40 s … up to an hour: fifty of them are nearly two days. */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(RETRY_MAX_S, RETRY_FIRST_S * 2 ** Math.min(attempts - 1, 10))
}

/** By id only: nothing of who booked. */
function warn({ bookingId, kind }: CrmRow, error: unknown): void {
  const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const line = { level: 'warn', event: 'crm_failed', booking_id: bookingId, kind, error: why }
  console.warn(JSON.stringify(line))
}
