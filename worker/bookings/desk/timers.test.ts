import { expect, it } from 'vitest'
import { aClass } from '../../test/class'
import { atDesk } from '../../test/desk'
import { deskMigrations } from './migrations'
import { timersOf } from './timers'

const HOUR = 3_600_000
const START = 10_000 * HOUR

/** Everything that waits for its time at that desk, by kind and booking. */
const timers = (sessionId: number) =>
  atDesk(sessionId, (_, { storage }) =>
    storage.sql.exec('SELECT kind, booking_id, at FROM timers ORDER BY at, kind').toArray(),
  )

it('when a session’s timers run out follows from its terms alone', () => {
  const terms = { startTime: START, endTime: START + HOUR, promotionClosesHours: 3 }
  expect(timersOf(terms)).toEqual({
    reminder_24h: START - 24 * HOUR,
    reminder_1h: START - HOUR,
    promotion_closes: START - 3 * HOUR,
    starts: START,
    ends: START + HOUR,
  })
})

it('an offer has a timer while it stands, in the one table of all timers', async () => {
  const startTime = Date.now() + 1_000 * HOUR
  const yoga = await aClass({ capacity: 1, startTime, endTime: startTime + HOUR })
  const holder = await yoga.seated()
  const ann = await yoga.waiting()
  await yoga.cancel(holder)
  const [, offer] = await yoga.bookings()
  const [first, ...rest] = await timers(yoga.sessionId)
  expect(first).toEqual({ kind: 'expires', booking_id: ann.booking.id, at: offer?.expiresAt })
  await yoga.accept(ann)
  expect(await timers(yoga.sessionId)).toEqual(rest)
  expect(rest.map(({ kind }) => kind)).toEqual([
    'reminder_24h',
    'reminder_1h',
    'promotion_closes',
    'starts',
    'ends',
  ])
})

it('the alarm is armed to the first of them, and a doubled one changes nothing', async () => {
  const startTime = Date.now() + 1_000 * HOUR
  const yoga = await aClass({ capacity: 1, startTime })
  const holder = await yoga.seated()
  await yoga.waiting()
  await yoga.cancel(holder)
  await yoga.alarm()
  const [, offer] = await yoga.bookings()
  const alarmAt = await atDesk(yoga.sessionId, (_, { storage }) => storage.getAlarm())
  expect(alarmAt).toBe(offer?.expiresAt)
  await yoga.turnTo(Number(offer?.expiresAt))
  await yoga.alarm()
  const once = await yoga.bookings()
  await yoga.alarm()
  await atDesk(yoga.sessionId, (inside) => inside.alarm())
  expect(await yoga.bookings()).toEqual(once)
})

it('a desk of before has its timers after the migration: of offers that are out, and of itself', async () => {
  const startTime = Date.now() + 1_000 * HOUR
  const yoga = await aClass({ capacity: 1, startTime, promotionClosesHours: 2 })
  const holder = await yoga.seated()
  await yoga.waiting()
  await yoga.cancel(holder)
  const before = await timers(yoga.sessionId)
  await atDesk(yoga.sessionId, (_, { storage }) => {
    // Back to the table that it was, then the last step anew.
    storage.sql.exec('DROP TRIGGER new_ends_are_timed; DROP TRIGGER ends_are_timed')
    storage.sql.exec('CREATE INDEX bookings_due ON bookings (expires_at)')
    storage.sql.exec(deskMigrations[3])
  })
  expect(await timers(yoga.sessionId)).toEqual(before)
})
