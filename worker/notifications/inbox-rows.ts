import { SOMEBODY } from '../bookings/words'
import { withoutName } from './forget'
import type { Notice, NoticeType, OutsideEvent } from './messages'
import type { Count, NewNotice } from './queue'
import type { ListQuery } from './schema'

/*
 * The SQL of an inbox. `seq` comes from the counter in `inbox`, never from a rowid:
 * SQLite gives a deleted rowid out again, and a `seq` must mean one notice for ever.
 */

export function bear(sql: SqlStorage, epoch: string): void {
  sql.exec('INSERT INTO inbox (id, epoch, last_seq) VALUES (1, ?, 0) ON CONFLICT DO NOTHING', epoch)
}

export function findCount(sql: SqlStorage): Count {
  const row = sql
    .exec<{ epoch: string; last_seq: number; oldest_seq: number }>(
      `SELECT epoch, last_seq, coalesce((SELECT min(seq) FROM notices), 0) AS oldest_seq FROM inbox`,
    )
    .one()
  return { epoch: row.epoch, lastSeq: row.last_seq, oldestSeq: row.oldest_seq }
}

export function countUnread(sql: SqlStorage): number {
  return sql.exec<{ unread: number }>('SELECT count(*) AS unread FROM notices WHERE read = 0').one()
    .unread
}

/** The last rev known of each of these sessions. Outlives the notices, so late doubles stay known. */
export function listRevs(sql: SqlStorage, sessionIds: number[]): Map<number, number> {
  const rows = sql.exec<{ session_id: number; rev: number }>(
    `SELECT session_id, rev FROM session_revs
     WHERE session_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(sessionIds),
  )
  return new Map(rows.toArray().map((row) => [row.session_id, row.rev]))
}

export function insertNotices(sql: SqlStorage, notices: NewNotice[], now: number): void {
  for (const notice of notices) insertNotice(sql, notice, null, now)
  const revs = new Map(notices.map((notice) => [notice.session_id, notice.rev]))
  for (const [sessionId, rev] of revs) {
    sql.exec(
      `INSERT INTO session_revs (session_id, rev) VALUES (?, ?)
       ON CONFLICT (session_id) DO UPDATE SET rev = excluded.rev`,
      sessionId,
      rev,
    )
  }
  sql.exec('UPDATE inbox SET last_seq = last_seq + ?', notices.length)
}

/** The next notice, of no desk's: no rev of the session it names is touched. */
export function insertOutside(sql: SqlStorage, event: OutsideEvent, now: number): void {
  const seq = findCount(sql).lastSeq + 1
  insertNotice(sql, { ...event, rev: 0, seq }, event.outside_id, now)
  sql.exec('UPDATE inbox SET last_seq = ?', seq)
}

/** Whether a notice of that type is kept of that booking. Reads all that are kept. */
export function isTold(sql: SqlStorage, bookingId: number, type: NoticeType): boolean {
  const rows = sql.exec(
    'SELECT 1 FROM notices WHERE booking_id = ? AND type = ? LIMIT 1',
    bookingId,
    type,
  )
  return rows.toArray().length > 0
}

export function listAfter(sql: SqlStorage, seq: number, limit: number): Notice[] {
  return sql
    .exec<Row>('SELECT * FROM notices WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit)
    .toArray()
    .map(asNotice)
}

/** Newest first, older than `before` where one is given. Walks back by seq, at most all that are kept. */
export function listBefore(sql: SqlStorage, wanted: Omit<ListQuery, 'limit'>, limit: number) {
  const { before, type, session, unread } = wanted
  return sql
    .exec<Row>(
      `SELECT * FROM notices
       WHERE seq < ?1 ${unread ? 'AND read = 0' : ''}
         AND (?2 IS NULL OR type IN (SELECT value FROM json_each(?2)))
         AND (?3 IS NULL OR session_id = ?3)
       ORDER BY seq DESC LIMIT ?4`,
      before ?? Number.MAX_SAFE_INTEGER,
      type ? JSON.stringify(type) : null,
      session ?? null,
      limit,
    )
    .toArray()
    .map(asNotice)
}

/** What `asNotice` calls its id. */
const ID = `coalesce('crm:' || outside_id, session_id || ':' || rev)`

/** Each press that marks has a number of its own, which stands in what it marked. */
export function nextMark(sql: SqlStorage): number {
  return sql
    .exec<{ mark: number }>(
      'UPDATE inbox SET last_mark = last_mark + 1 RETURNING last_mark AS mark',
    )
    .one().mark
}

/** Answers the ids of those that were unread until now. */
export function markIdsRead(sql: SqlStorage, mark: number, ids: string[]): string[] {
  return sql
    .exec<{ id: string }>(
      `UPDATE notices SET read = ?
       WHERE read = 0 AND ${ID} IN (SELECT value FROM json_each(?))
       RETURNING ${ID} AS id`,
      mark,
      JSON.stringify(ids),
    )
    .toArray()
    .map((row) => row.id)
}

/** The same for everything up to a seq. */
export function markReadThrough(sql: SqlStorage, mark: number, seq: number): string[] {
  return sql
    .exec<{ id: string }>(
      `UPDATE notices SET read = ? WHERE read = 0 AND seq <= ?
       RETURNING ${ID} AS id`,
      mark,
      seq,
    )
    .toArray()
    .map((row) => row.id)
}

/** Takes exactly that mark back. Answers the ids of what is unread again; reads all that are kept. */
export function unmark(sql: SqlStorage, mark: number): string[] {
  return sql
    .exec<{ id: string }>(`UPDATE notices SET read = 0 WHERE read = ? RETURNING ${ID} AS id`, mark)
    .toArray()
    .map((row) => row.id)
}

/** The highest seq stored at or before `cutoff`, 0 when all are younger. Reads the expired ones only. */
export function findExpiredThrough(sql: SqlStorage, cutoff: number): number {
  const [young] = sql
    .exec<{ seq: number }>(
      'SELECT seq FROM notices WHERE stored_at > ? ORDER BY seq LIMIT 1',
      cutoff,
    )
    .toArray()
  return young ? young.seq - 1 : findCount(sql).lastSeq
}

export function getOldestStoredAt(sql: SqlStorage): number | null {
  const [oldest] = sql
    .exec<{ stored_at: number }>('SELECT stored_at FROM notices ORDER BY seq LIMIT 1')
    .toArray()
  return oldest?.stored_at ?? null
}

/** Answers how many went. */
export function deleteThrough(sql: SqlStorage, seq: number): number {
  return sql.exec('DELETE FROM notices WHERE seq <= ? RETURNING seq', seq).toArray().length
}

/**
 * Takes a person's name out of what desks told of them, and out of what was told from outside under
 * these ids: a user's id there is another system's.
 */
export function forget(sql: SqlStorage, userId: number, outsideIds: number[]): void {
  const named = sql
    .exec<Row>(
      `SELECT * FROM notices WHERE user_name <> ?
       AND (outside_id IS NULL AND user_id = ? OR outside_id IN (SELECT value FROM json_each(?)))`,
      SOMEBODY,
      userId,
      JSON.stringify(outsideIds),
    )
    .toArray()
  for (const { seq, user_name, session_title: title, party_size: partySize, message } of named) {
    sql.exec(
      'UPDATE notices SET user_name = ?, message = ? WHERE seq = ?',
      SOMEBODY,
      withoutName({ name: user_name ?? '', title, partySize, message }),
      seq,
    )
  }
}

function insertNotice(
  sql: SqlStorage,
  notice: NewNotice,
  outsideId: number | null,
  now: number,
): void {
  sql.exec(
    `INSERT INTO notices (seq, session_id, rev, type, booking_id, user_id, user_name,
       session_title, start_time, time_zone, party_size, timestamp, message, stored_at, outside_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    notice.seq,
    notice.session_id,
    notice.rev,
    notice.type,
    notice.booking_id,
    notice.user?.id ?? null,
    notice.user?.name ?? null,
    notice.session.title,
    notice.session.start_time,
    notice.session.time_zone,
    notice.party_size,
    notice.timestamp,
    notice.message,
    now,
    outsideId,
  )
}

type Row = {
  seq: number
  outside_id: number | null
  session_id: number
  rev: number
  type: NoticeType
  booking_id: number | null
  user_id: number | null
  user_name: string | null
  session_title: string
  start_time: string
  time_zone: string
  party_size: number
  timestamp: string
  message: string
  /** By which mark; 0 is unread. */
  read: number
}

function asNotice(row: Row): Notice {
  return {
    seq: row.seq,
    id: row.outside_id === null ? `${row.session_id}:${row.rev}` : `crm:${row.outside_id}`,
    type: row.type,
    booking_id: row.booking_id,
    user: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' },
    session: {
      id: row.session_id,
      title: row.session_title,
      start_time: row.start_time,
      time_zone: row.time_zone,
    },
    party_size: row.party_size,
    timestamp: row.timestamp,
    message: row.message,
    read: row.read > 0,
  }
}
