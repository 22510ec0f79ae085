import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { DeskEvent } from '../../notifications/messages'
import { DRAIN_MAX_BYTES } from '../../outbox'
import { asking, atDesk, bothSides, desk, withFaultyD1 } from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'
import { record } from '../record'

const MINUTE = 60_000

async function aWarmDesk(overrides?: Parameters<typeof aSession>[1]) {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, overrides)
  await desk(sessionId).open()
  return { jane, sessionId }
}

async function book(sessionId: number, more?: Parameters<typeof asking>[1]) {
  const user = await aUser()
  const booked = await desk(sessionId).book(asking(user, more))
  if (booked.kind !== 'booked') throw new Error(`not booked: ${booked.code}`)
  return { ...booked, user }
}

/** Every backoff is over; what the alarm finds then is due. */
const later = (sessionId: number) =>
  atDesk(sessionId, (desk) => {
    desk.now = () => Date.now() + MINUTE
  })

it('while D1 refuses every call a warm desk sells on; once it works, D1 equals the desk unasked', async () => {
  const { sessionId } = await aWarmDesk({ capacity: 3 })
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  const [first] = [await book(sessionId), await book(sessionId), await book(sessionId)]
  expect(first.recorded).toBe(false)
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ code: 'session_full' })
  await desk(sessionId).cancel({
    bookingId: first.booking.id,
    by: { userId: first.user.userId },
    reason: null,
  })
  const { inD1: meanwhile } = await bothSides(sessionId)
  expect(meanwhile.bookings).toEqual([])

  faulty.fault = 'works'
  await later(sessionId)
  expect(await runDurableObjectAlarm(desk(sessionId))).toBe(true)
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(inD1).toMatchObject({ session: { taken: 2, available: 1 } })
})

it('what an older desk had yet to tell D1 is taken, though it knows less of a booking', async () => {
  const { sessionId } = await aWarmDesk()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  await book(sessionId)
  await atDesk(sessionId, (_, { storage }) => {
    storage.sql.exec(
      `UPDATE outbox SET body = json_remove(body, '$.booking.bookedBy', '$.booking.waitedAt',
        '$.booking.checkedInAt') WHERE lane = 'record'`,
    )
  })
  faulty.fault = 'works'
  await later(sessionId)
  await runDurableObjectAlarm(desk(sessionId))
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
})

it('D1 coming back is noticed by the alarm alone, in real time', async () => {
  const { sessionId } = await aWarmDesk()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  await book(sessionId)
  faulty.fault = 'works'
  await expect
    .poll(async () => (await bothSides(sessionId)).inD1.bookings.length, { timeout: 10_000 })
    .toBe(1)
})

it('a batch that D1 applied and then denied comes again: no double, no loss', async () => {
  const { sessionId } = await aWarmDesk()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'applies then throws'
  const first = await book(sessionId)
  expect(first.recorded).toBe(false)
  expect((await bothSides(sessionId)).inD1.bookings).toHaveLength(1)
  await desk(sessionId).cancel({
    bookingId: first.booking.id,
    by: { userId: first.user.userId },
    reason: null,
  })
  await book(sessionId)
  faulty.fault = 'works'
  await later(sessionId)
  await runDurableObjectAlarm(desk(sessionId))
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(inD1.bookings.map((row) => row.state)).toEqual(['cancelled', 'confirmed'])
})

it('an old batch that arrives after a newer one changes nothing', async () => {
  const { sessionId } = await aWarmDesk()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  const first = await book(sessionId)
  const stale = await atDesk(sessionId, ({ store }) => store.takeOutbox('record'))
  faulty.fault = 'works'
  await later(sessionId)
  await desk(sessionId).cancel({
    bookingId: first.booking.id,
    by: { userId: first.user.userId },
    reason: null,
  })
  await runDurableObjectAlarm(desk(sessionId))
  const oldSeats = { taken: 1, pending: 0, waiting: 0, available: 9, rev: 1, sessionId }
  await record(env.DB, stale, oldSeats)
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(inD1).toMatchObject({ session: { taken: 0 }, bookings: [{ state: 'cancelled' }] })
})

it('an answer does not wait for D1 to give up: it comes while the batch still hangs', async () => {
  const { sessionId } = await aWarmDesk()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'hangs'
  expect((await book(sessionId)).recorded).toBe(false)
  expect(faulty.calls).toBe(1)
  // A batch that was given up would have left its failure here.
  expect(await atDesk(sessionId, ({ store }) => store.getLane('record'))).toBeNull()
})

it('callers at once share batches: fewer writes to D1 than bookings', async () => {
  const { sessionId } = await aWarmDesk({ capacity: 60 })
  const faulty = await withFaultyD1(sessionId)
  faulty.delayMs = 30
  const users = await Promise.all(Array.from({ length: 60 }, () => aUser()))
  const answers = await Promise.all(users.map((user) => desk(sessionId).book(asking(user))))
  expect(answers.every((answer) => answer.kind === 'booked')).toBe(true)
  await expect.poll(async () => (await bothSides(sessionId)).inD1.bookings.length).toBe(60)
  expect(faulty.calls).toBeLessThan(20)
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
})

it('one row that D1 refuses for what it says is parked and logged; the rest goes on', async () => {
  const { sessionId } = await aWarmDesk()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  const [bad, good] = [await book(sessionId), await book(sessionId)]
  await atDesk(sessionId, (_, { storage }) =>
    storage.sql.exec(
      `UPDATE outbox SET body = json_set(body, '$.booking.partySize', NULL) WHERE lane = 'record' AND rev = ?`,
      bad.booking.rev,
    ),
  )
  faulty.fault = 'works'
  await later(sessionId)
  await runDurableObjectAlarm(desk(sessionId))
  const { inD1 } = await bothSides(sessionId)
  expect(inD1.bookings.map((row) => row.id)).toEqual([good.booking.id])
  const parked = await atDesk(sessionId, (_, { storage }) =>
    storage.sql.exec('SELECT rev, reason FROM parked').toArray(),
  )
  expect(parked).toMatchObject([
    { rev: bad.booking.rev, reason: expect.stringContaining('NOT NULL') },
  ])
})

it('the inbox being away costs no booking, and every notice arrives, once, in order', async () => {
  const { sessionId } = await aWarmDesk()
  const arrived: DeskEvent[] = []
  let away = true
  await atDesk(sessionId, (desk) => {
    desk.deliverNotices = async (_, events) => {
      if (away) throw new Error('inbox away')
      arrived.push(...events)
    }
  })
  const first = await book(sessionId)
  expect(first.recorded).toBe(true)
  await book(sessionId)
  away = false
  await later(sessionId)
  await runDurableObjectAlarm(desk(sessionId))
  expect(arrived.map((event) => event.rev)).toEqual([1, 2])
})

it('eviction between any two steps loses nothing: the alarm finds its work', async () => {
  const { sessionId } = await aWarmDesk()
  for (const fault of ['refuses', 'applies then throws', 'works'] as const) {
    const faulty = await withFaultyD1(sessionId)
    faulty.fault = fault
    const { booking, user } = await book(sessionId)
    await evictDurableObject(desk(sessionId))
    await desk(sessionId).cancel({
      bookingId: booking.id,
      by: { userId: user.userId },
      reason: null,
    })
    await evictDurableObject(desk(sessionId))
    await book(sessionId)
    await evictDurableObject(desk(sessionId))
  }
  await later(sessionId)
  await runDurableObjectAlarm(desk(sessionId))
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(inD1.session).toMatchObject({ taken: 3, available: 7 })
})

it('a desk aborted with work left wakes with its alarm at once, though the alarm was lost', async () => {
  const { sessionId } = await aWarmDesk()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  await book(sessionId)
  await atDesk(sessionId, async (_, state) => {
    await state.storage.deleteAlarm()
    await state.storage.sync()
    state.abort('as a deploy would')
  }).catch(() => {})
  const alarm = await atDesk(sessionId, async (desk, { storage }) => ({
    at: await storage.getAlarm(),
    now: desk.now(),
  }))
  // Either it has already run, or it is due now.
  if (alarm.at !== null) expect(alarm.at).toBeLessThanOrEqual(alarm.now)
  await expect
    .poll(async () => (await bothSides(sessionId)).inD1.bookings.length, { timeout: 10_000 })
    .toBe(1)
})

it('a desk with nothing to tell sleeps until the first reminder', async () => {
  const startTime = Date.now() + 48 * 60 * MINUTE
  const { sessionId } = await aWarmDesk({ startTime })
  await runDurableObjectAlarm(desk(sessionId))
  const alarm = await atDesk(sessionId, (_, { storage }) => storage.getAlarm())
  expect(alarm).toBe(startTime - 24 * 60 * MINUTE)
})

it('a refused caller costs no write, not even of the alarm', async () => {
  const { sessionId } = await aWarmDesk({ capacity: 1 })
  await book(sessionId)
  const stranger = await aUser()
  const alarmsSet = await atDesk(sessionId, async (desk, { storage }) => {
    const set = storage.setAlarm.bind(storage)
    let count = 0
    storage.setAlarm = (...asked) => {
      count += 1
      return set(...asked)
    }
    for (let i = 0; i < 10; i++) await desk.book(asking(stranger))
    return count
  })
  expect(alarmsSet).toBeLessThanOrEqual(1)
})

const BORN = { facilitatorName: 'Jane Smith', hiddenAt: null }

it('D1 restored to an earlier day is told again what it lost', async () => {
  const { sessionId } = await aWarmDesk()
  await book(sessionId)
  await book(sessionId)
  await env.DB.batch([
    env.DB.prepare('DELETE FROM bookings WHERE session_id = ? AND rev > 1').bind(sessionId),
    env.DB.prepare('UPDATE sessions SET taken = 1, seats_rev = 1 WHERE id = ?').bind(sessionId),
  ])
  expect(await atDesk(sessionId, (desk) => desk.reconcile({ ...BORN, knownRev: 1 }))).toBe(true)
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(inD1.bookings).toHaveLength(2)
  expect(await atDesk(sessionId, (desk) => desk.reconcile({ ...BORN, knownRev: inD1.rev }))).toBe(
    false,
  )
})

it('a drain is measured in bytes, whatever letters people write in', async () => {
  const { sessionId } = await aWarmDesk({ capacity: 200 })
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  // Three bytes a letter.
  const notes = '静'.repeat(2_000)
  for (let i = 0; i < 100; i++) await book(sessionId, { notes })
  const taken = await atDesk(sessionId, ({ store }) => store.takeOutbox('record'))
  const sizeBytes = new TextEncoder().encode(taken.map(({ body }) => body).join('')).byteLength
  expect(sizeBytes).toBeLessThanOrEqual(DRAIN_MAX_BYTES)
  expect(taken.length).toBeGreaterThan(50)
})
