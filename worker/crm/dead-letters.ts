import type { CrmRow } from '../bookings/record'
import { openDb } from '../db/client'
import type { Env } from '../env'
import { isConfigured } from './deliver'
import { bury, listToReplay, unbury } from './queries'

/** What one run of the sweep queues anew; well under what a queue takes at once. */
export const REPLAY_MAX = 100
const RETRY_S = 300

/** Keeps what the queue has given up. While D1 is away the second queue keeps it. */
export async function consumeDead(
  batch: MessageBatch<CrmRow>,
  env: Env,
  now: number,
): Promise<void> {
  const dead = batch.messages.map(({ body: { bookingId, kind } }) => ({ bookingId, kind }))
  try {
    await bury(openDb(env.DB), dead, now)
    console.error(JSON.stringify({ level: 'error', event: 'crm_dead', dead }))
    batch.ackAll()
  } catch {
    batch.retryAll({ delaySeconds: RETRY_S })
  }
}

/**
 * Queues what an operator marked for replay, as the log has it now. Removed after it is queued: a
 * crash in between tells the CRM twice, which knows it by its booking and kind.
 */
export async function replayDeadLetters(env: Env): Promise<number> {
  if (!env.CRM || !isConfigured(env)) return 0
  const db = openDb(env.DB)
  const rows = await listToReplay(db, REPLAY_MAX)
  if (rows.length === 0) return 0
  await env.CRM.sendBatch(rows.map((body) => ({ body })))
  await unbury(db, rows)
  return rows.length
}
