import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  lt,
  lte,
  max,
  min,
  type SQL,
  sql,
} from 'drizzle-orm'
import { type DrizzleSqliteDODatabase, drizzle } from 'drizzle-orm/durable-sqlite'
import { hasTables, migrate } from '../../db/object-migrations'
import type { Lane } from '../../outbox'
import type { Facilitator, Seats, Session } from '../../sessions/session'
import { type Booking, numberOfBooking } from '../booking'
import { countSeats, LIVE } from '../seats'
import { deskMigrations } from './migrations'
import { openDeskOutbox } from './outbox-rows'
import { bookings, decisions, people, SESSION_TIMERS, session, timers } from './schema'

export type DeskSession = typeof session.$inferSelect
export type Person = typeof people.$inferSelect
export type Decision = typeof decisions.$inferSelect
export type Decided = { decision: Decision; person: Person | null }
export type TimerKind = (typeof SESSION_TIMERS)[number]

/** What D1 knew of a session when its desk first woke. */
export type Snapshot = {
  session: Session & { rev: number; seatsRev: number }
  facilitator: Facilitator
  bookings: Booking[]
  people: Person[]
}

// In the words of the index `one_live_booking_a_user`: SQLite takes a partial index only for states
// that it reads in the query, never for bound ones.
const IS_LIVE = sql`${bookings.state} IN (${sql.raw(LIVE.map((state) => `'${state}'`).join(', '))})`
/** Likewise of `bookings_added`. */
const IS_ADDED = sql`${bookings.bookedBy} = 'facilitator'`

/** Everything a desk keeps, synchronous throughout; the object decides, this remembers. */
export function openDeskStore(storage: DurableObjectStorage, openLanes: ReadonlySet<Lane>) {
  const db = drizzle(storage)
  const asked = prepareAsked(db)

  function getSession(): DeskSession | null {
    return hasTables(storage) ? (asked.session.get() ?? null) : null
  }

  function findSession(): DeskSession {
    const row = asked.session.get()
    if (!row) throw new Error('this desk has no session')
    return row
  }

  function advance(counters: Partial<Record<'rev' | 'lastN' | 'lastLetter', SQL>>): DeskSession {
    const row = db.update(session).set(counters).returning().get()
    if (!row) throw new Error('this desk has no session')
    return row
  }

  return {
    ...openDeskOutbox(db, openLanes),
    getSession,
    findSession,

    migrateIfUsed(): void {
      if (hasTables(storage)) migrate(storage, deskMigrations)
    },

    /** Takes over what D1 has, and goes on counting where it stopped. */
    hydrate({ session: row, facilitator, bookings: rows, people: persons }: Snapshot): void {
      migrate(storage, deskMigrations)
      const rev = rows.reduce(
        (highest, b) => Math.max(highest, b.rev),
        Math.max(row.rev, row.seatsRev),
      )
      const lastN = rows.reduce((highest, b) => Math.max(highest, numberOfBooking(b.id)), 0)
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

    seats(
      room: Pick<
        DeskSession,
        'status' | 'startTime' | 'capacity' | 'waitlistPolicy' | 'promotionClosesHours'
      >,
      now: number,
    ): Seats {
      return countSeats(room, asked.counts.all(), now)
    },

    getBooking(id: number): Booking | null {
      return asked.booking.get({ id }) ?? null
    },

    getLiveBooking(userId: number): Booking | null {
      return asked.liveBooking.get({ userId }) ?? null
    },

    /** The place on the list that somebody gave up last. */
    getLastLeft(userId: number): Booking | null {
      const { state, cancelledBy, rev } = bookings
      // The state in words, for the index that holds only those.
      const left = and(eq(bookings.userId, userId), sql`${state} = 'left'`, eq(cancelledBy, 'user'))
      return db.select().from(bookings).where(left).orderBy(desc(rev)).limit(1).get() ?? null
    },

    getBookingByKey(userId: number, key: string): Booking | null {
      const known = and(eq(bookings.userId, userId), eq(bookings.idempotencyKey, key))
      return db.select().from(bookings).where(known).get() ?? null
    },

    /** What its facilitator made with it. */
    getAddedByKey(key: string): Booking | null {
      const known = and(eq(bookings.idempotencyKey, key), IS_ADDED)
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

    /** Who waits, longest first. */
    listWaiting(): Booking[] {
      const waiting = eq(bookings.state, 'waitlisted')
      return db.select().from(bookings).where(waiting).orderBy(asc(bookings.id)).all()
    },

    /** Those of them who are more than so many. */
    listWaitingAbove(partySize: number): Booking[] {
      const outgrown = and(eq(bookings.state, 'waitlisted'), gt(bookings.partySize, partySize))
      return db.select().from(bookings).where(outgrown).orderBy(asc(bookings.id)).all()
    },

    /** First of those who wait is 1. */
    positionOf(id: number): number {
      const before = and(eq(bookings.state, 'waitlisted'), lt(bookings.id, id))
      const row = db.select({ ahead: count() }).from(bookings).where(before).get()
      return (row?.ahead ?? 0) + 1
    },

    hasAttended(): boolean {
      const attended = eq(bookings.state, 'attended')
      return (
        db.select({ id: bookings.id }).from(bookings).where(attended).limit(1).get() !== undefined
      )
    },

    listConfirmed(): Booking[] {
      const confirmed = eq(bookings.state, 'confirmed')
      return db.select().from(bookings).where(confirmed).orderBy(asc(bookings.id)).all()
    },

    /** Who has a seat, or may yet get one. */
    listComing(): Booking[] {
      return db
        .select()
        .from(bookings)
        .where(inArray(bookings.state, ['confirmed', 'offered', 'waitlisted']))
        .orderBy(asc(bookings.id))
        .all()
    },

    listOfUser(userId: number): Booking[] {
      const theirs = eq(bookings.userId, userId)
      return db.select().from(bookings).where(theirs).orderBy(asc(bookings.id)).all()
    },

    /** Holds and offers that are over, the first to end first. */
    listDue(now: number): Booking[] {
      return db
        .select(getTableColumns(bookings))
        .from(timers)
        .innerJoin(bookings, eq(bookings.id, timers.bookingId))
        .where(and(eq(timers.kind, 'expires'), lte(timers.at, now)))
        .orderBy(asc(timers.at), asc(bookings.id))
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
      return asked.person.get({ userId }) ?? null
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

    nextLetter(): number {
      return advance({ lastLetter: sql`${session.lastLetter} + 1` }).lastLetter
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

    saveTimer(kind: TimerKind, at: number): void {
      const target = [timers.kind, timers.bookingId]
      db.insert(timers).values({ kind, at }).onConflictDoUpdate({ target, set: { at } }).run()
    },

    dropTimer(kind: TimerKind): void {
      db.delete(timers).where(eq(timers.kind, kind)).run()
    },

    listDueTimers(now: number): TimerKind[] {
      const due = and(inArray(timers.kind, SESSION_TIMERS), lte(timers.at, now))
      const rows = db.select().from(timers).where(due).orderBy(asc(timers.at)).all()
      return rows.map(({ kind }) => kind as TimerKind)
    },

    logDecision(decision: Omit<Decision, 'id'>): void {
      db.insert(decisions).values(decision).run()
    },

    /** What was last decided about a booking. */
    getLastDecision(bookingId: number): Decision | null {
      return asked.lastDecision.get({ bookingId }) ?? null
    },

    /** The latest first, with whom each is about. */
    listDecisions(before: number | null, limit: number): Decided[] {
      return db
        .select({ decision: decisions, person: people })
        .from(decisions)
        .leftJoin(bookings, eq(bookings.id, decisions.bookingId))
        .leftJoin(people, eq(people.userId, bookings.userId))
        .where(before === null ? undefined : lt(decisions.id, before))
        .orderBy(desc(decisions.id))
        .limit(limit)
        .all()
    },

    /** Old ones go, so that one desk never grows without end. */
    forgetDecisions(keep: number): void {
      const last =
        db
          .select({ id: max(decisions.id) })
          .from(decisions)
          .get()?.id ?? 0
      db.delete(decisions)
        .where(lte(decisions.id, last - keep))
        .run()
    },

    /** When the first of all timers runs out. */
    nextDueAt(): number | null {
      return asked.firstDue.get()?.at ?? null
    },
  }
}

/** What every command asks, some of it ten times: putting a query into words takes longer than asking it. */
function prepareAsked(db: DrizzleSqliteDODatabase) {
  const isOf = (column: typeof bookings.userId | typeof people.userId) =>
    eq(column, sql.placeholder('userId'))
  return {
    session: db.select().from(session).prepare(),
    counts: db
      .select({
        state: bookings.state,
        rows: sql<number>`count(*)`,
        seats: sql<number>`sum(${bookings.partySize})`,
      })
      .from(bookings)
      .where(inArray(bookings.state, LIVE))
      .groupBy(bookings.state)
      .prepare(),
    booking: db
      .select()
      .from(bookings)
      .where(eq(bookings.id, sql.placeholder('id')))
      .prepare(),
    liveBooking: db
      .select()
      .from(bookings)
      .where(and(isOf(bookings.userId), IS_LIVE))
      .prepare(),
    person: db.select().from(people).where(isOf(people.userId)).prepare(),
    /** Of everybody who is passed over, each time. */
    lastDecision: db
      .select()
      .from(decisions)
      .where(eq(decisions.bookingId, sql.placeholder('bookingId')))
      .orderBy(desc(decisions.id))
      .limit(1)
      .prepare(),
    firstDue: db
      .select({ at: min(timers.at) })
      .from(timers)
      .prepare(),
  }
}

export type DeskStore = ReturnType<typeof openDeskStore>
