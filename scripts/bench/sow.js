/*
 * The rows a benchmark begins with, made inside D1: thousands of them would take longer to send
 * than to measure. Desks take their bookings over when they are first asked.
 */

/** What each session is for; everything from `list` on only fills the catalogue. */
export const SESSIONS = {
  oneDesk: 1,
  spread: range(2, 50),
  cancelling: 60,
  waiting: range(61, 16),
  seats10: 80,
  seats5000: 81,
  waiting10: 82,
  waiting1000: 83,
  heard: 90,
  counted: 91,
  read: 93,
}
export const LIST_LENGTH = 20_000

/** People made here; whoever books in a benchmark has an id above. */
export const PEOPLE = 6_000

/** @typedef {Awaited<ReturnType<import('miniflare').Miniflare['getD1Database']>>} D1 */

/** @param {D1} d1 */
export async function sow(d1) {
  const now = Date.now()
  const people = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PEOPLE})`
  const all = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${LIST_LENGTH})`
  await d1.batch([
    d1.prepare(
      `${people} INSERT INTO users (id, email, name, role, time_zone, created_at)
       SELECT i, 'person' || i || '@bench.example', 'Person ' || i,
         CASE WHEN i <= 100 THEN 'facilitator' ELSE 'user' END, 'UTC', 0 FROM n`,
    ),
    d1.prepare(
      `${people} INSERT INTO facilitators (id, user_id, approved_at, created_at)
       SELECT i, i, 0, 0 FROM n WHERE i <= 100`,
    ),
    d1
      .prepare(
        `${all} INSERT INTO sessions (id, facilitator_id, status, session_type, title, description,
           start_time, end_time, time_zone, capacity, price_minor, currency, hour, created_at,
           available)
         SELECT i, 1 + i % 100, 'active', 'session', 'Slow flow ' || i,
           'An hour of slow movement and long breath, for all who come.',
           ?1 + i * 60000, ?1 + i * 60000 + 3600000, 'Europe/Amsterdam', 100000, 1800, 'EUR',
           'morning', 0, 100000 FROM n`,
      )
      .bind(now + 14 * 86_400_000),
  ])
  await capacity(d1, SESSIONS.waiting, 1)
  await capacity(d1, [SESSIONS.waiting10, SESSIONS.waiting1000], 1)
  await fill(d1, SESSIONS.seats10, [{ state: 'confirmed', rows: 10 }])
  await fill(d1, SESSIONS.seats5000, [{ state: 'confirmed', rows: 5_000 }])
  for (const [id, rows] of [
    [SESSIONS.waiting10, 10],
    [SESSIONS.waiting1000, 1_000],
  ]) {
    await fill(d1, id ?? 0, [
      { state: 'confirmed', rows: 1 },
      { state: 'waitlisted', rows: rows ?? 0 },
    ])
  }
}

/** @param {D1} d1 @param {number[]} ids @param {number} seats */
async function capacity(d1, ids, seats) {
  await d1
    .prepare('UPDATE sessions SET capacity = ?1 WHERE id IN (SELECT value FROM json_each(?2))')
    .bind(seats, JSON.stringify(ids))
    .run()
}

/** @typedef {{ state: 'confirmed' | 'waitlisted', rows: number }} Part */

/** @param {D1} d1 @param {number} session @param {Part[]} parts in the order in which they came */
async function fill(d1, session, parts) {
  let before = 0
  for (const { state, rows } of parts) {
    await d1
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT ?2 + 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2 + ?3)
         INSERT INTO bookings (id, session_id, facilitator_id, user_id, state, party_size, names,
           price_minor, currency, waited_at, created_at, updated_at, rev)
         SELECT ?1 * 1000000 + i, ?1, 1 + ?1 % 100, 1000 + i, ?4, 1, '[]', 1800, 'EUR',
           CASE WHEN ?4 = 'waitlisted' THEN 0 END, 0, 0, i FROM n`,
      )
      .bind(session, before, rows, state)
      .run()
    before += rows
  }
}

/** @param {number} from @param {number} count */
function range(from, count) {
  return Array.from({ length: count }, (_, i) => from + i)
}
