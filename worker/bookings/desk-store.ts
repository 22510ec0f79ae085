import { and, asc, eq, gt, inArray, lte, min, type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/durable-sqlite'
import { hasTables, migrate } from '../db/object-migrations'
import type { DeskEvent } from '../notifications/messages'
import { DRAIN_MAX_BYTES, DRAIN_MAX_ROWS, type Lane, type OutboxRow } from '../outbox'
import type { Facilitator, Seats, Session } from '../sessions/session'
import { type Booking, numberOfBooking } from './booking'
import { deskMigrations } from './desk-migrations'
import { bookings, lanes, outbox, parked, people, session } from './desk-schema'
import type { RecordBody } from './record'
import { countSeats, LIVE } from './seats'

export type DeskSession = typeof session.$inferSelect
export type Person = typeof people.$inferSelect

/** What D1 knew of a session when its desk first woke. */
export type Snapshot = {
  session: Session & { rev: number; seatsRev: number }
  facilitator: Facilitator
  bookings: Booking[]
  people: Person[]
}

/** Everything a desk keeps, synchronous throughout; the object decides, this remembers. */
export function openDeskStore(storage: DurableObjectStorage) {
  const db = drizzle(storage)

  function getSession(): DeskSession | null {
    return hasTables(storage) ? (db.select().from(session).get() ?? null) : null
  }

  function findSession(): DeskSession {
    const row = db.select().from(session).get()
    if (!row) throw new Error('this desk has no session')
    return row
  }

  function advance(counters: { rev: SQL; lastN?: SQL }): DeskSession {
    const row = db.update(session).set(counters).returning().get()
    if (!row) throw new Error('this desk has no session')
    return row
  }

  return {
    getSession,
    findSession,

    migrateIfUsed(): void {
      if (hasTables(storage)) migrate(storage, deskMigrations)
    },

    /** Takes over what D1 has, and goes on counting where it stopped. */
    hydrate({ session: row, facilitator, bookings: rows, people: persons }: Snapshot): void {
      migrate(storage, deskMigrations)
      const rev = Math.max(row.rev, row.seatsRev, ...rows.map((b) => b.rev))
      const lastN = Math.max(0, ...rows.map((b) => numberOfBooking(b.id)))
      db.insert(session)
        .values({
          ...row,
          facilitatorUserId: facilitator.userId,
          facilitatorName: facilitator.name,
          rev,
          lastN,
          hydratedRev: rev,
        })
        .run()
      for (const person of persons) db.insert(people).values(person).run()
      for (const booking of rows) db.insert(bookings).values(booking).run()
    },

    seats(capacity: number): Seats {
      const counts = db
        .select({
          state: bookings.state,
          rows: sql<number>`count(*)`,
          seats: sql<number>`sum(${bookings.partySize})`,
        })
        .from(bookings)
        .where(inArray(bookings.state, LIVE))
        .groupBy(bookings.state)
        .all()
      return countSeats(capacity, counts)
    },

    getBooking(id: number): Booking | null {
      return db.select().from(bookings).where(eq(bookings.id, id)).get() ?? null
    },

    getLiveBooking(userId: number): Booking | null {
      const live = and(eq(bookings.userId, userId), inArray(bookings.state, LIVE))
      return db.select().from(bookings).where(live).get() ?? null
    },

    getBookingByKey(userId: number, key: string): Booking | null {
      const known = and(eq(bookings.userId, userId), eq(bookings.idempotencyKey, key))
      return db.select().from(bookings).where(known).get() ?? null
    },

    /** Bookings that end with their session; who was there, or should have been, stays. */
    listEndedBySession(): Booking[] {
      return db
        .select()
        .from(bookings)
        .where(inArray(bookings.state, ['held', 'confirmed', 'offered', 'waitlisted']))
        .orderBy(asc(bookings.id))
        .all()
    },

    listDue(now: number): Booking[] {
      return db
        .select()
        .from(bookings)
        .where(and(inArray(bookings.state, ['held', 'offered']), lte(bookings.expiresAt, now)))
        .orderBy(asc(bookings.expiresAt), asc(bookings.id))
        .all()
    },

    listChangedAfter(rev: number): Booking[] {
      return db
        .select()
        .from(bookings)
        .where(gt(bookings.rev, rev))
        .orderBy(asc(bookings.rev))
        .all()
    },

    getPerson(userId: number): Person | null {
      return db.select().from(people).where(eq(people.userId, userId)).get() ?? null
    },

    savePerson(person: Person): void {
      db.insert(people)
        .values(person)
        .onConflictDoUpdate({
          target: people.userId,
          set: { name: person.name, email: person.email },
          setWhere: sql`${people.name} <> ${person.name} OR ${people.email} <> ${person.email}`,
        })
        .run()
    },

    /** Every change takes the next rev, so that whoever is told of it can tell older from newer. */
    nextRev(): number {
      return advance({ rev: sql`${session.rev} + 1` }).rev
    },

    nextRevAndN(): { rev: number; n: number } {
      const { rev, lastN } = advance({
        rev: sql`${session.rev} + 1`,
        lastN: sql`${session.lastN} + 1`,
      })
      return { rev, n: lastN }
    },

    saveSession(changes: Partial<DeskSession>): void {
      db.update(session).set(changes).run()
    },

    insertBooking(booking: Booking): void {
      db.insert(bookings).values(booking).run()
    },

    updateBooking({ id, ...changes }: Pick<Booking, 'id' | 'rev'> & Partial<Booking>): void {
      db.update(bookings).set(changes).where(eq(bookings.id, id)).run()
    },

    enqueueRecord(rev: number, body: RecordBody): void {
      const row = { lane: 'record', rev, body: JSON.stringify(body) }
      db.insert(outbox).values(row).onConflictDoNothing().run()
    },

    enqueueNotice(event: DeskEvent): void {
      db.insert(outbox)
        .values({ lane: 'notify', rev: event.rev, body: JSON.stringify(event) })
        .run()
    },

    /** The oldest rows of a lane: at most 200, and 512 KB unless one row alone is larger. */
    takeOutbox(lane: Lane): OutboxRow[] {
      const rows = db
        .select({ rev: outbox.rev, body: outbox.body })
        .from(outbox)
        .where(eq(outbox.lane, lane))
        .orderBy(asc(outbox.rev))
        .limit(DRAIN_MAX_ROWS)
        .all()
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
      const row = db
        .select({ rev: outbox.rev })
        .from(outbox)
        .where(and(eq(outbox.lane, lane), lte(outbox.rev, throughRev)))
        .limit(1)
        .get()
      return row !== undefined
    },

    getLane(lane: Lane): { attempts: number; retryAt: number } | null {
      return db.select().from(lanes).where(eq(lanes.lane, lane)).get() ?? null
    },

    saveLane(lane: Lane, attempts: number, retryAt: number): void {
      db.insert(lanes)
        .values({ lane, attempts, retryAt })
        .onConflictDoUpdate({ target: lanes.lane, set: { attempts, retryAt } })
        .run()
    },

    /** When the first hold or offer ends. */
    nextDueAt(): number | null {
      const row = db
        .select({ at: min(bookings.expiresAt) })
        .from(bookings)
        .where(inArray(bookings.state, ['held', 'offered']))
        .get()
      return row?.at ?? null
    },
  }
}

/** How many of the first rows stay within so many bytes together. */
function countWithin(maxBytes: number, rows: readonly OutboxRow[]): number {
  let bytes = 0
  const beyond = rows.findIndex((row) => {
    bytes += row.body.length
    return bytes > maxBytes
  })
  return beyond === -1 ? rows.length : beyond
}

export type DeskStore = ReturnType<typeof openDeskStore>
