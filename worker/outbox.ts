/*
 * The law of the outbox, apart from where its rows lie and whom they go to.
 * A row is written in the transaction of the change it tells; it is removed when the other side
 * has it. In between anything may die: rows hold whole states and rise in rev, so being told
 * twice, late or out of order does no harm.
 */

/** To D1, to the facilitator's inbox, to the mail queue, to the queue of an outside CRM. */
export const LANES = ['record', 'notify', 'mail', 'crm'] as const
export type Lane = (typeof LANES)[number]
export type OutboxRow = { rev: number; body: string }
export type Delivery = 'delivered' | 'failed' | 'nothing'

export const DRAIN_MAX_ROWS = 200
export const DRAIN_MAX_BYTES = 512 * 1024
const BACKOFF_MAX_MS = 60_000

export type DrainDeps = {
  /** The oldest rows of the lane, bounded by the two limits above. */
  take: () => OutboxRow[]
  deliver: (rows: OutboxRow[]) => Promise<void>
  /** Whether the other side refuses a row for what it says, rather than being away. */
  isRefusal: (error: unknown) => boolean
  /** Exactly these rows are done; the lane's count of failures starts anew. */
  done: (rows: OutboxRow[]) => void
  /** This row will never be taken: out of the way, kept for a person. */
  park: (row: OutboxRow, error: unknown) => void
  /** The other side is away; says when to try again. */
  failed: (error: unknown) => void
}

/** Delivers one batch. Never throws: an alarm that throws six times is gone for good. */
export async function drainBatch(deps: DrainDeps): Promise<Delivery> {
  const rows = deps.take()
  if (rows.length === 0) return 'nothing'
  try {
    await deps.deliver(rows)
    deps.done(rows)
    return 'delivered'
  } catch (error) {
    if (deps.isRefusal(error)) return drainOneByOne(rows, deps)
    deps.failed(error)
    return 'failed'
  }
}

/** One bad row must not stop the lane: find it, set it aside, go on with the rest. */
async function drainOneByOne(rows: OutboxRow[], deps: DrainDeps): Promise<Delivery> {
  for (const row of rows) {
    try {
      await deps.deliver([row])
      deps.done([row])
    } catch (error) {
      if (!deps.isRefusal(error)) {
        deps.failed(error)
        return 'failed'
      }
      deps.park(row, error)
    }
  }
  return 'delivered'
}

/** 1 s, 2 s, 4 s … up to a minute; never given up. */
export function backoffMs(attempts: number): number {
  return Math.min(BACKOFF_MAX_MS, 1000 * 2 ** Math.min(attempts - 1, 10))
}
