import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { DrizzleSqliteDODatabase } from 'drizzle-orm/durable-sqlite'
import type { MailEvent } from '../../mail/mail-event'
import type { DeskEvent } from '../../notifications/messages'
import { DRAIN_MAX_BYTES, DRAIN_MAX_ROWS, type Lane, type OutboxRow } from '../../outbox'
import type { CrmRow, RecordBody } from '../record'
import { lanes, outbox, parked } from './schema'

/**
 * The part of a desk's store that waits to be told elsewhere. A lane that leads nowhere
 * (no mail binding, no CRM) gets no rows.
 */
export function openDeskOutbox(db: DrizzleSqliteDODatabase, openLanes: ReadonlySet<Lane>) {
  const asked = prepareAsked(db)

  function enqueue(lane: Lane, rev: number, body: unknown): void {
    if (!openLanes.has(lane)) return
    db.insert(outbox)
      .values({ lane, rev, body: JSON.stringify(body) })
      .onConflictDoNothing()
      .run()
  }

  return {
    leadsSomewhere: (lane: Lane) => openLanes.has(lane),

    enqueueRecord(rev: number, body: RecordBody): void {
      enqueue('record', rev, body)
    },

    enqueueNotice(event: DeskEvent): void {
      enqueue('notify', event.rev, event)
    },

    enqueueLetter(letter: number, event: MailEvent): void {
      enqueue('mail', letter, event)
    },

    enqueueCrm(rev: number, row: CrmRow): void {
      enqueue('crm', rev, row)
    },

    /** The oldest rows of a lane: at most 200, and 512 KB unless one row alone is larger. */
    takeOutbox(lane: Lane): OutboxRow[] {
      const rows = asked.oldest.all({ lane })
      return rows.slice(0, Math.max(1, countWithin(DRAIN_MAX_BYTES, rows)))
    },

    doneOutbox(lane: Lane, rows: readonly OutboxRow[]): void {
      for (const { rev } of rows) {
        db.delete(outbox)
          .where(and(eq(outbox.lane, lane), eq(outbox.rev, rev)))
          .run()
      }
      db.delete(lanes).where(eq(lanes.lane, lane)).run()
    },

    parkOutbox(lane: Lane, row: OutboxRow, reason: string, now: number): void {
      db.insert(parked)
        .values({ lane, ...row, reason, parkedAt: now })
        .onConflictDoNothing()
        .run()
      db.delete(outbox)
        .where(and(eq(outbox.lane, lane), eq(outbox.rev, row.rev)))
        .run()
    },

    hasOutbox(lane: Lane, throughRev = Number.MAX_SAFE_INTEGER): boolean {
      return asked.anyThrough.get({ lane, throughRev }) !== undefined
    },

    getLane(lane: Lane): { attempts: number; retryAt: number } | null {
      return asked.lane.get({ lane }) ?? null
    },

    saveLane(lane: Lane, attempts: number, retryAt: number): void {
      db.insert(lanes)
        .values({ lane, attempts, retryAt })
        .onConflictDoUpdate({ target: lanes.lane, set: { attempts, retryAt } })
        .run()
    },
  }
}

/** Asked at each command and each drain, for every lane: put into words once. */
function prepareAsked(db: DrizzleSqliteDODatabase) {
  const isOfLane = eq(outbox.lane, sql.placeholder('lane'))
  return {
    oldest: db
      .select({ rev: outbox.rev, body: outbox.body })
      .from(outbox)
      .where(isOfLane)
      .orderBy(asc(outbox.rev))
      .limit(DRAIN_MAX_ROWS)
      .prepare(),
    anyThrough: db
      .select({ rev: outbox.rev })
      .from(outbox)
      .where(and(isOfLane, lte(outbox.rev, sql.placeholder('throughRev'))))
      .limit(1)
      .prepare(),
    lane: db
      .select()
      .from(lanes)
      .where(eq(lanes.lane, sql.placeholder('lane')))
      .prepare(),
  }
}

/** How many of the first rows stay within so many bytes together. */
function countWithin(maxBytes: number, rows: readonly OutboxRow[]): number {
  const encoder = new TextEncoder()
  let bytes = 0
  const beyond = rows.findIndex((row) => {
    bytes += encoder.encode(row.body).byteLength
    return bytes > maxBytes
  })
  return beyond === -1 ? rows.length : beyond
}
