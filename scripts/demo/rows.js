import { randomBytes, scryptSync } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { CROWD, DEMO_PASSWORD, FACILITATORS, VISITOR } from './people.js'
import { SESSIONS } from './sessions.js'

/** @typedef {Record<string, string | number | null>} Row */

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * The whole demo as SQL. Ids are fixed, and a row that is there already stays:
 * a start that was cut off in the middle is simply repeated.
 * @param {number} now
 */
export function demoSql(now) {
  const { users, facilitators, sessions, bookings } = demoRows(now)
  return [
    ...inserts('users', users),
    ...inserts('facilitators', facilitators),
    ...inserts('sessions', sessions),
    ...inserts('bookings', bookings),
  ].join('\n')
}

/** @param {number} now epoch ms of the moment the demo is sown */
export function demoRows(now) {
  const people = [...Object.values(FACILITATORS), VISITOR, ...CROWD]
  const joinedAt = now - 60 * DAY_MS
  const passwordHash = hash(DEMO_PASSWORD)
  const users = people.map((person, i) => ({
    id: i + 1,
    email: person.email,
    name: person.name,
    role: 'bio' in person ? 'facilitator' : 'user',
    password_hash: passwordHash,
    time_zone: person.timeZone,
    created_at: joinedAt,
  }))
  const facilitators = Object.values(FACILITATORS).map((facilitator, i) => ({
    id: i + 1,
    user_id: i + 1,
    bio: facilitator.bio,
    specialization: facilitator.specialization,
    approved_at: joinedAt,
    created_at: joinedAt,
  }))
  const planned = SESSIONS.map((session, i) => plan(session, i + 1, now))
  return {
    users,
    facilitators,
    sessions: planned.map((one) => one.row),
    bookings: planned.flatMap((one) => one.bookings),
  }
}

/**
 * @param {import('./sessions.js').DemoSession} session @param {number} id @param {number} now
 * @returns {{ row: Row, bookings: Row[] }}
 */
function plan(session, id, now) {
  const facilitatorId = Object.keys(FACILITATORS).indexOf(session.by) + 1
  const { start, end, days } = times(session, now)
  const createdAt = Math.min(now, start) - 30 * DAY_MS
  const row = {
    id,
    facilitator_id: facilitatorId,
    status: session.status ?? 'active',
    session_type: session.retreat ? 'retreat' : 'session',
    title: session.title,
    description: session.description,
    start_time: start,
    end_time: end,
    time_zone: session.zone,
    capacity: session.capacity,
    price_minor: session.price * 100,
    currency: 'EUR',
    payment_note: session.paymentNote ?? null,
    place_name: session.place?.[0] ?? null,
    place_address: session.place?.[1] ?? null,
    online_url: session.onlineUrl ?? null,
    what_to_expect: session.whatToExpect ?? null,
    arrival_note: session.arrivalNote ?? null,
    days: JSON.stringify(days),
    booking_closes_hours: session.bookingClosesHours ?? 0,
    free_cancel_hours: session.freeCancelHours ?? 0,
    cancel_reason: session.cancelReason ?? null,
    hour: hourOf(session.at),
    created_at: createdAt,
  }
  const bookings = book(session, row, Math.min(now, start))
  const cancelled = session.status === 'cancelled'
  const taken = cancelled ? 0 : session.taken
  return { row: { ...row, taken, available: session.capacity - taken }, bookings }
}

/** As worker/sessions/hour.ts has it; a desk that is asked to change a session writes it anew. @param {string} at `HH:MM` */
function hourOf(at) {
  const hour = Number(at.slice(0, 2))
  if (hour < 5 || hour >= 20) return 'night'
  if (hour < 8) return 'dawn'
  if (hour < 11) return 'morning'
  if (hour < 14) return 'noon'
  return hour < 17 ? 'afternoon' : 'dusk'
}

/** Epoch ms of start and end, and the programme by date. @param {import('./sessions.js').DemoSession} session @param {number} now */
function times(session, now) {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(session.zone)
  /** @param {number} day @param {string} at */
  const moment = (day, at) => today.add({ days: day }).withPlainTime(at)
  const begun = session.day >= 0 && moment(session.day, session.at).epochMilliseconds <= now
  const day = begun ? session.day + 7 : session.day
  const start = moment(day, session.at)
  const end = session.retreat
    ? moment(day + session.retreat.untilDay - session.day, session.retreat.untilAt)
    : start.add({ minutes: session.minutes ?? 60 })
  const days = (session.retreat?.programme ?? []).map(([title, text], i) => ({
    date: start.toPlainDate().add({ days: i }).toString(),
    title,
    text,
  }))
  return { start: start.epochMilliseconds, end: end.epochMilliseconds, days }
}

const NOTES = ['', '', 'My first time. A little nervous.', '', 'I may be five minutes late.', '']
/** Every fifth booking brings a friend, as long as there is room. */
const FRIENDS = ['Sanne', 'Idris', 'Margot', 'Kofi']

/**
 * As many bookings as it takes to fill `taken` seats, oldest first.
 * @param {import('./sessions.js').DemoSession} session @param {Row} row @param {number} until
 * @returns {Row[]}
 */
function book(session, row, until) {
  const facilitators = Object.keys(FACILITATORS).length
  const visitor = session.visitorNote === undefined ? [] : [facilitators + 1]
  const crowd = CROWD.map((_, i) => facilitators + 2 + ((i + Number(row.id) * 7) % CROWD.length))
  const bookings = /** @type {Row[]} */ ([])
  let seats = session.taken
  for (const userId of [...visitor, ...crowd]) {
    if (seats === 0) break
    const n = bookings.length + 1
    const own = visitor.includes(userId)
    const partySize = !own && n % 5 === 0 && seats > 1 ? 2 : 1
    seats -= partySize
    const createdAt = until - 20 * DAY_MS + Math.round((n * 19 * DAY_MS) / (session.taken + 1))
    bookings.push({
      id: Number(row.id) * 1_000_000 + n,
      session_id: Number(row.id),
      facilitator_id: Number(row.facilitator_id),
      user_id: userId,
      state: session.status === 'cancelled' ? 'cancelled' : 'confirmed',
      party_size: partySize,
      names: JSON.stringify(partySize > 1 ? [FRIENDS[n % FRIENDS.length]] : []),
      notes: (own ? session.visitorNote : NOTES[n % NOTES.length]) || null,
      price_minor: Number(row.price_minor),
      currency: 'EUR',
      cancelled_by: session.status === 'cancelled' ? 'session' : null,
      cancel_reason: session.cancelReason ?? null,
      created_at: createdAt,
      updated_at: session.status === 'cancelled' ? until - 2 * HOUR_MS : createdAt,
      rev: 0,
    })
  }
  return bookings
}

/** The PHC string that worker/users/passwords.ts reads. @param {string} password */
function hash(password) {
  const salt = randomBytes(16)
  const key = scryptSync(password, salt, 32, { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 })
  const text = (/** @type {Buffer} */ bytes) => bytes.toString('base64').replace(/=+$/, '')
  return `$scrypt$ln=14,r=8,p=5$${text(salt)}$${text(key)}`
}

const ROWS_PER_STATEMENT = 40

/** @param {string} table @param {Row[]} rows */
function inserts(table, rows) {
  const columns = Object.keys(rows[0] ?? {})
  const tuples = rows.map((row) => `(${columns.map((column) => literal(row[column])).join(', ')})`)
  return Array.from({ length: Math.ceil(tuples.length / ROWS_PER_STATEMENT) }, (_, i) => {
    const some = tuples.slice(i * ROWS_PER_STATEMENT, (i + 1) * ROWS_PER_STATEMENT)
    return `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES\n${some.join(',\n')};`
  })
}

/** @param {string | number | null | undefined} value */
function literal(value) {
  if (value === null || value === undefined) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
