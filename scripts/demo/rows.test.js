import { readdir, readFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { hourOf } from '../../worker/sessions/hour.ts'
import { inProject } from '../local/project.js'
import { DEMO_ACCOUNTS } from './people.js'
import { demoRows, demoSql } from './rows.js'

const HOUR_MS = 3_600_000
// A Thursday afternoon, between two changes of the clocks.
const NOW = Date.parse('2027-02-11T14:20:00Z')

describe('the demo', () => {
  const { sessions, bookings, users } = demoRows(NOW)
  const coming = sessions.filter((row) => row.status === 'active' && Number(row.start_time) > NOW)

  it('has a dozen sessions and three retreats to come', () => {
    const retreats = coming.filter((row) => row.session_type === 'retreat')
    expect([coming.length - retreats.length, retreats.length]).toEqual([12, 3])
  })

  it('shows rooms that are full, nearly full, empty and large', () => {
    const left = coming.map((row) => Number(row.available))
    expect(left).toContain(0)
    expect(left).toContain(1)
    expect(coming.some((row) => row.taken === 0)).toBe(true)
    expect(coming.some((row) => row.capacity === 80 && row.taken === 66)).toBe(true)
  })

  it('has each session in the hour that the Worker would give it', () => {
    for (const { title, hour, start_time, time_zone } of sessions) {
      const startTime = Number(start_time)
      expect([title, hour]).toEqual([title, hourOf({ startTime, timeZone: String(time_zone) })])
    }
  })

  it('counts for each session what its bookings take, and never more than fit', () => {
    for (const row of sessions) {
      const seats = bookings
        .filter((one) => one.session_id === row.id && one.state === 'confirmed')
        .reduce((sum, one) => sum + Number(one.party_size), 0)
      expect([row.title, row.taken]).toEqual([row.title, seats])
      expect(Number(row.taken) + Number(row.available)).toBe(row.capacity)
    }
  })

  it('names every guest of a party but the one who booked', () => {
    for (const one of bookings) {
      expect(JSON.parse(String(one.names))).toHaveLength(Number(one.party_size) - 1)
    }
  })

  it('numbers the bookings of a desk from 1, in the order in which they were made', () => {
    for (const row of sessions) {
      const of = bookings.filter((one) => one.session_id === row.id)
      expect(of.map((one) => Number(one.id))).toEqual(
        of.map((_, i) => Number(row.id) * 1_000_000 + i + 1),
      )
      const made = of.map((one) => Number(one.created_at))
      expect(made).toEqual([...made].sort((a, b) => a - b))
      expect(Math.max(0, ...made)).toBeLessThan(NOW)
    }
  })

  it('gives nobody two seats of their own in one session', () => {
    const pairs = bookings.map((one) => `${one.session_id} ${one.user_id}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  it('gives the visitor a seat in the past and two to come', () => {
    const visitor = users.find((user) => user.email === DEMO_ACCOUNTS.visitor)
    const starts = bookings
      .filter((one) => one.user_id === visitor?.id)
      .map((one) => Number(sessions.find((row) => row.id === one.session_id)?.start_time))
    expect(starts.filter((start) => start < NOW)).toHaveLength(1)
    expect(starts.filter((start) => start > NOW)).toHaveLength(2)
  })

  it('lets what would have begun today begin in a week, at the same hour', () => {
    const late = NOW + 8 * HOUR_MS
    const start = (/** @type {number} */ now) => Number(demoRows(now).sessions[0]?.start_time)
    expect(start(late) - start(NOW)).toBe(7 * 24 * HOUR_MS)
  })

  it('fits the tables, and sowing it twice is sowing it once', async () => {
    const db = await migrated()
    db.exec(demoSql(NOW))
    db.exec(demoSql(NOW + HOUR_MS))
    const count = (/** @type {string} */ table) =>
      db.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count
    expect([count('users'), count('sessions'), count('bookings')]).toEqual([
      users.length,
      sessions.length,
      bookings.length,
    ])
  })
})

async function migrated() {
  const db = new DatabaseSync(':memory:')
  const files = (await readdir(inProject('migrations'))).filter((name) => name.endsWith('.sql'))
  for (const name of files.sort()) db.exec(await readFile(inProject('migrations', name), 'utf8'))
  return db
}
