import { isRefusedBySqlite } from '../../db/client'
import type { Env } from '../../env'
import { sendsMail } from '../../mail/post'
import {
  backoffMs,
  type Delivery,
  drainBatch,
  LANES,
  type Lane,
  type OutboxRow,
} from '../../outbox'
import type { DeskStore } from './store'

/** How long an answer waits for D1 to show it. Later is fine: the page keeps it in view meanwhile. */
const RECORD_WAIT_MS = 250

type Deps = {
  /** For the log. */
  name: string | undefined
  now: () => number
  deliver: (lane: Lane, rows: OutboxRow[]) => Promise<void>
  /** Runs the work in one transaction and arms the alarm for what is left. */
  transaction: (work: () => void) => void
}

/**
 * Tells others what a desk has decided. One batch of a lane is under way at a time, and whoever
 * comes meanwhile waits for it and then for the next: group commit. Which batches are under way
 * is all that lies in memory; losing it loses nothing.
 */
export function openDeskLanes(store: DeskStore, { name, now, deliver, transaction }: Deps) {
  const underWay: Partial<Record<Lane, Promise<Delivery>>> = {}

  /** Starts telling whoever must know, and waits a moment for D1. True: D1 shows it. */
  async function tell(rev: number): Promise<boolean> {
    for (const lane of LANES) if (lane !== 'record') void drain(lane)
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), RECORD_WAIT_MS)
    })
    const recorded = await Promise.race([recordedTo(rev), patience])
    clearTimeout(timer)
    return recorded
  }

  async function drain(lane: Lane): Promise<void> {
    while ((await drainOnce(lane)) === 'delivered');
  }

  async function recordedTo(rev: number): Promise<boolean> {
    while (store.hasOutbox('record', rev)) {
      if ((await drainOnce('record')) !== 'delivered') return false
    }
    return true
  }

  function drainOnce(lane: Lane): Promise<Delivery> {
    underWay[lane] ??= drainUnlessBackingOff(lane).finally(() => {
      delete underWay[lane]
    })
    return underWay[lane]
  }

  async function drainUnlessBackingOff(lane: Lane): Promise<Delivery> {
    if ((store.getLane(lane)?.retryAt ?? 0) > now()) return 'failed'
    return drainBatch({
      take: () => store.takeOutbox(lane),
      deliver: (rows) => deliver(lane, rows),
      isRefusal: (error) => lane === 'record' && isRefusedBySqlite(error),
      done: (rows) => transaction(() => store.doneOutbox(lane, rows)),
      park: (row, error) => park(lane, row, String(error)),
      failed: (error) => backOff(lane, String(error)),
    })
  }

  function park(lane: Lane, row: OutboxRow, error: string): void {
    console.error({ event: 'row_parked', desk: name, lane, rev: row.rev, error })
    transaction(() => store.parkOutbox(lane, row, error, now()))
  }

  function backOff(lane: Lane, error: string): void {
    const attempts = (store.getLane(lane)?.attempts ?? 0) + 1
    console.warn({ event: 'lane_failed', desk: name, lane, attempts, error })
    transaction(() => store.saveLane(lane, attempts, now() + backoffMs(attempts)))
  }

  return { tell, drain }
}

/** A lane without its binding leads nowhere and gets no rows. */
export function openLanes(env: Env): ReadonlySet<Lane> {
  const open: Lane[] = ['record', 'notify']
  if (sendsMail(env)) open.push('mail')
  if (env.CRM && env.CRM_SERVICE_URL) open.push('crm')
  return new Set(open)
}
