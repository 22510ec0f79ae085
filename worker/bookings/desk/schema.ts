import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bookingColumns, sessionColumns } from '../../db/schema'
import { DECISIONS } from '../decision'

/*
 * The desk's tables as queries name them; migrations.ts makes them, with the rules
 * that drizzle cannot say.
 */

export const session = sqliteTable('session', {
  id: integer('id').primaryKey(),
  ...sessionColumns,
  facilitatorUserId: integer('facilitator_user_id').notNull(),
  facilitatorName: text('facilitator_name').notNull(),
  /** What D1 said last; never told back. */
  hiddenAt: integer('hidden_at'),
  rev: integer('rev').notNull(),
  lastN: integer('last_n').notNull(),
  hydratedRev: integer('hydrated_rev').notNull(),
  lastLetter: integer('last_letter').notNull().default(0),
})

/** What runs out of a session, once each; a hold or an offer has one of its own. */
export const SESSION_TIMERS = [
  'reminder_24h',
  'reminder_1h',
  'promotion_closes',
  'starts',
  'ends',
] as const

export const timers = sqliteTable(
  'timers',
  {
    kind: text('kind', { enum: [...SESSION_TIMERS, 'expires'] }).notNull(),
    /** 0 where it is of the session. */
    bookingId: integer('booking_id').notNull().default(0),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.bookingId] })],
)

export const people = sqliteTable('people', {
  userId: integer('user_id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
})

export const bookings = sqliteTable('bookings', bookingColumns)

export const decisions = sqliteTable('decisions', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  at: integer('at').notNull(),
  kind: text('kind', { enum: DECISIONS }).notNull(),
  bookingId: integer('booking_id'),
  partySize: integer('party_size').notNull(),
  free: integer('free').notNull(),
  capacity: integer('capacity').notNull(),
  until: integer('until'),
})

const laneRow = { lane: text('lane').notNull(), rev: integer('rev').notNull() }

export const outbox = sqliteTable(
  'outbox',
  { ...laneRow, body: text('body').notNull() },
  (table) => [primaryKey({ columns: [table.lane, table.rev] })],
)

export const lanes = sqliteTable('lanes', {
  lane: text('lane').primaryKey(),
  attempts: integer('attempts').notNull(),
  retryAt: integer('retry_at').notNull(),
})

export const parked = sqliteTable(
  'parked',
  {
    ...laneRow,
    body: text('body').notNull(),
    reason: text('reason').notNull(),
    parkedAt: integer('parked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lane, table.rev] })],
)
