import { getTableColumns } from 'drizzle-orm'
import { boundedSession } from '../db/client'
import { bookings, crmNotifications, sessionColumns, sessions } from '../db/schema'
import type { OutboxRow } from '../outbox'
import { hourOf } from '../sessions/hour'
import type { Seats, Session } from '../sessions/session'
import type { Booking } from './booking'

/** One row of the record lane: the whole new state of what changed. */
export type RecordBody =
  | { kind: 'booking'; booking: Booking; crm: CrmRow | null }
  | { kind: 'session'; session: Session & { rev: number } }

/** What a CRM is told of a booking or a cancellation: once for each booking and kind. */
export type CrmRow = Omit<typeof crmNotifications.$inferSelect, 'id' | 'processed'>

/** The seats as they are when rows are sent, and the rev they stand at. */
export type SeatsNow = Seats & { rev: number; sessionId: number }

/**
 * Copies desk rows into D1 in one atomic batch. Rows carry their rev and D1 takes only higher
 * ones, so a batch that was applied and then reported as failed may come again.
 */
export async function record(
  d1: D1Database,
  rows: readonly OutboxRow[],
  seats: SeatsNow,
): Promise<void> {
  const told = rows.map((row) => JSON.parse(row.body) as RecordBody)
  const booked = told.flatMap((body) =>
    body.kind === 'booking' ? [{ ...UNSAID, ...body.booking }] : [],
  )
  const crm = told.flatMap((body) => (body.kind === 'booking' && body.crm ? [body.crm] : []))
  const words = told.flatMap((body) => (body.kind === 'session' ? [withHour(body.session)] : []))
  const db = boundedSession(d1)
  const batch = [db.prepare(UPDATE_SEATS).bind(JSON.stringify(seats))]
  if (words.length > 0) batch.unshift(db.prepare(UPSERT_SESSION).bind(JSON.stringify(words)))
  if (booked.length > 0) batch.unshift(db.prepare(UPSERT_BOOKINGS).bind(JSON.stringify(booked)))
  if (crm.length > 0) batch.push(db.prepare(INSERT_CRM).bind(JSON.stringify(crm)))
  await db.batch(batch)
}

/** What a desk of before did not know of a booking, where its row waited for D1 until now. */
const UNSAID = { bookedBy: 'user' } as const satisfies Partial<Booking>

type Columns = Record<string, { name: string }>

// One JSON parameter for any number of rows: D1 takes a hundred bound parameters at most.
function upsert(table: string, columns: Columns): string {
  const entries = Object.entries(columns)
  const names = entries.map(([, column]) => column.name)
  const values = entries.map(([field]) => `json_extract(value, '$.${field}')`)
  const changes = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`)
  // WHERE true: without it SQLite reads ON CONFLICT as a join's condition.
  return `INSERT INTO ${table} (${names.join(', ')})
    SELECT ${values.join(', ')} FROM json_each(?) WHERE true
    ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')} WHERE excluded.rev > ${table}.rev`
}

const UPSERT_BOOKINGS = upsert('bookings', getTableColumns(bookings))

const UPSERT_SESSION = upsert('sessions', {
  id: sessions.id,
  ...pick(getTableColumns(sessions), Object.keys(sessionColumns)),
  rev: sessions.rev,
  hour: sessions.hour,
})

const { id: _, processed: __, ...crmColumns } = getTableColumns(crmNotifications)
const crmNames = Object.values(crmColumns).map((column) => column.name)
const crmValues = Object.keys(crmColumns).map((field) => `json_extract(value, '$.${field}')`)

// Never an update: what a CRM has processed stays processed, however often a batch comes.
const INSERT_CRM = `INSERT OR IGNORE INTO crm_notifications (${crmNames.join(', ')})
  SELECT ${crmValues.join(', ')} FROM json_each(?)`

const UPDATE_SEATS = `UPDATE sessions SET
    taken = json_extract(?1, '$.taken'), pending = json_extract(?1, '$.pending'),
    waiting = json_extract(?1, '$.waiting'), available = json_extract(?1, '$.available'),
    seats_rev = json_extract(?1, '$.rev')
  WHERE id = json_extract(?1, '$.sessionId') AND seats_rev < json_extract(?1, '$.rev')`

/** What D1 is asked by follows from the words and terms; a desk has no use for it. */
function withHour(session: Session & { rev: number }) {
  return { ...session, hour: hourOf(session) }
}

function pick(columns: Columns, fields: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([field]) => fields.includes(field)))
}
