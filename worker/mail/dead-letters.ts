import { openDb } from '../db/client'
import type { Env } from '../env'
import { sendInBatches } from '../send-in-batches'
import type { Mail } from './letter'
import { bury, deleteOlderThan, listToReplay, unbury, unmark } from './queries'

/** What one run of the sweep queues anew; D1 takes a hundred values in a statement. */
export const REPLAY_MAX = 50
const DAY_MS = 24 * 3_600_000
/** How long the log of letters and the dead ones are kept. */
export const KEPT_MS = 90 * DAY_MS
const RETRY_S = 300

/** Keeps what the queue has given up. While D1 is away the second queue keeps it. */
export async function consumeDead(batch: MessageBatch<Mail>, env: Env, now: number): Promise<void> {
  const db = openDb(env.DB)
  for (const message of batch.messages) {
    const { id, kind } = message.body
    try {
      await bury(db, message.body, 'gave_up', now)
      console.error(JSON.stringify({ level: 'error', event: 'mail_dead', id, kind }))
      message.ack()
    } catch {
      message.retry({ delaySeconds: RETRY_S })
    }
  }
}

/**
 * Queues what an operator marked for replay, and forgets what is old. Unmarked before it is queued,
 * removed after: a crash in between queues it twice, and its claim sends it once.
 */
export async function tendDeadLetters(env: Env, now: number): Promise<number> {
  const db = openDb(env.DB)
  await deleteOlderThan(db, now - KEPT_MS)
  const marked = await listToReplay(db, REPLAY_MAX)
  const letters = marked.flatMap(({ id, body }) => (body ? [{ id, body }] : []))
  if (!env.MAIL || letters.length === 0) return 0
  const ids = letters.map(({ id }) => id)
  await unmark(db, ids)
  await sendInBatches(
    env.MAIL,
    letters.map(({ body }) => JSON.parse(body) as Mail),
  )
  await unbury(db, ids)
  return letters.length
}
