import { evictDurableObject } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { asking, atDesk, bothSides, desk } from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'
import { bookingId } from '../booking'
import { deskMigrations } from './migrations'

const HOUR = 3_600_000

it('a desk from before the waiting list goes on with the rows it has', async () => {
  const jane = await aFacilitator()
  const [ann, eve] = [await aUser({ name: 'Ann' }), await aUser({ name: 'Eve' })]
  const startTime = Date.now() + 100 * HOUR
  const sessionId = await aSession(jane, { capacity: 1, startTime, endTime: startTime + HOUR })
  await atDesk(sessionId, (_, { storage: { sql } }) => {
    sql.exec('CREATE TABLE object_migrations (id INTEGER PRIMARY KEY)')
    for (const [i, migration] of deskMigrations.slice(0, 2).entries()) {
      sql.exec(migration)
      sql.exec('INSERT INTO object_migrations (id) VALUES (?)', i + 1)
    }
    sql.exec(
      `INSERT INTO session VALUES (?, ?, ?, 'Jane', 'active', 'session', 'Yin', '', ?, ?, 'UTC', 1,
        2500, 'EUR', NULL, NULL, NULL, NULL, NULL, NULL, '[]', 0, 0, 'skip', 0, NULL, 1, 1, 1, 0, 0)`,
      ...[sessionId, jane.facilitatorId, jane.userId, startTime, startTime + HOUR],
    )
    sql.exec('INSERT INTO people VALUES (?, ?, ?)', ann.userId, ann.name, ann.email)
    const id = bookingId(sessionId, 1)
    const row = { sessionId, facilitatorId: jane.facilitatorId, userId: ann.userId, partySize: 1 }
    const booking = { id, ...row, state: 'confirmed', names: [], notes: null, late: false }
    const rest = { priceMinor: 2500, currency: 'EUR', createdAt: 1, updatedAt: 1, rev: 1 }
    const body = { kind: 'booking', booking: { ...booking, ...rest }, crm: null }
    sql.exec(`INSERT INTO outbox VALUES ('record', 1, ?)`, JSON.stringify(body))
    sql.exec(
      `INSERT INTO bookings VALUES (?, ?, ?, ?, 'confirmed', 1, '[]', NULL, 2500, 'EUR', NULL, NULL,
        NULL, NULL, NULL, 0, 1, 1, 1)`,
      ...[id, sessionId, jane.facilitatorId, ann.userId],
    )
  })
  await evictDurableObject(desk(sessionId))

  expect(await desk(sessionId).join(asking(eve))).toMatchObject({ kind: 'booked', position: 1 })
  const by = { userId: ann.userId }
  const given = { bookingId: bookingId(sessionId, 1), by, reason: null }
  expect(await desk(sessionId).cancel(given)).toMatchObject({
    booking: { state: 'cancelled', bookedBy: 'user', waitedAt: null },
    recorded: true,
  })
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1.bookings).toEqual(atTheDesk.bookings)
  expect(inD1.bookings.map(({ state }) => state)).toEqual(['cancelled', 'offered'])
  const dueAt = await atDesk(sessionId, ({ store }) => store.nextDueAt())
  expect(dueAt).toBe(inD1.bookings[1]?.expiresAt)
})
