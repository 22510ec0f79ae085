import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../../db/client'
import { bookings, sessions } from '../../db/schema'
import { asking, atDesk, bothSides, desk, withFaultyD1 } from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'
import { bookingId } from '../booking'

it('two first touches at once, one of them an amend, both happen once', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, { capacity: 1 })
  const [booked, amended] = await Promise.all([
    desk(sessionId).book(asking(await aUser())),
    desk(sessionId).amend({ facilitatorId: jane.facilitatorId, changes: { title: 'Evening' } }),
  ])
  expect(booked).toMatchObject({ kind: 'booked', booking: { id: bookingId(sessionId, 1) } })
  expect(amended).toMatchObject({ kind: 'amended', session: { title: 'Evening' } })
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(atTheDesk).toMatchObject({ rev: 2, session: { title: 'Evening', taken: 1 } })
})

it('a desk found empty beside rows in D1 takes them over and goes on counting', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 3, rev: 7, seatsRev: 40 })
  const ann = await aUser()
  const id = bookingId(sessionId, 12)
  await openDb(env.DB).insert(bookings).values({
    id,
    sessionId,
    facilitatorId: 1,
    userId: ann.userId,
    state: 'confirmed',
    partySize: 2,
    names: [],
    priceMinor: 2500,
    currency: 'EUR',
    idempotencyKey: 'before',
    fingerprint: 'f',
    createdAt: 1,
    updatedAt: 1,
    rev: 41,
  })
  const key = { value: 'before', fingerprint: 'f' }
  expect(await desk(sessionId).book(asking(ann, { partySize: 2, key }))).toMatchObject({
    booking: { id },
  })
  const next = await desk(sessionId).book(asking(await aUser()))
  expect(next).toMatchObject({
    booking: { id: bookingId(sessionId, 13), rev: 42 },
    seats: { taken: 3, available: 0 },
  })
})

/** Somebody's row as D1 may have it. */
function aRow(sessionId: number, n: number, userId: number, state: 'offered' | 'waitlisted') {
  const expiresAt = state === 'offered' ? Date.now() + 60_000 : null
  return {
    ...{ id: bookingId(sessionId, n), sessionId, facilitatorId: 1, userId, state, expiresAt },
    ...{ partySize: 1, names: [], priceMinor: 2500, currency: 'EUR' },
    ...{ waitedAt: n, createdAt: n, updatedAt: n, rev: n },
  }
}

it('a list taken over from D1 goes on: the offer out still ends, and goes to the next', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1, seatsRev: 3 })
  const [ann, ben, eve] = [await aUser(), await aUser(), await aUser()]
  const rows = [
    aRow(sessionId, 1, ann.userId, 'offered'),
    aRow(sessionId, 2, ben.userId, 'waitlisted'),
    aRow(sessionId, 3, eve.userId, 'waitlisted'),
  ]
  await openDb(env.DB).insert(bookings).values(rows)
  expect(await desk(sessionId).read(eve.userId)).toMatchObject({ position: 2 })
  const alarmAt = await atDesk(sessionId, (_, { storage }) => storage.getAlarm())
  expect(alarmAt).toBe(rows[0]?.expiresAt)
  await atDesk(sessionId, (inside) => {
    inside.now = () => Number(alarmAt)
  })
  await runDurableObjectAlarm(desk(sessionId))
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1.bookings).toEqual(atTheDesk.bookings)
  expect(inD1.bookings.map(({ state }) => state)).toEqual(['expired', 'offered', 'waitlisted'])
})

it('a booking of somebody whom D1 no longer knows closes no session', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 1, seatsRev: 1 })
  await openDb(env.DB)
    .insert(bookings)
    .values(aRow(sessionId, 1, 987_654, 'waitlisted'))
  expect(await desk(sessionId).open()).toEqual({ kind: 'open' })
  const name = await atDesk(sessionId, ({ store }) => store.getPerson(987_654)?.name)
  expect(name).toBe('Somebody')
})

it('D1 out of reach at the first touch is 503, never 404, and leaves nothing behind', async () => {
  const sessionId = await aSession(await aFacilitator())
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ code: 'unavailable' })
  expect(await desk(sessionId).read(null)).toMatchObject({ code: 'unavailable' })
  expect(await atDesk(sessionId, ({ store }) => store.getSession())).toBeNull()
  faulty.fault = 'works'
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ kind: 'booked' })
})

it('two hundred first touches read D1 once', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 20 })
  const faulty = await withFaultyD1(sessionId)
  faulty.delayMs = 20
  await Promise.all(Array.from({ length: 200 }, () => desk(sessionId).read(null)))
  expect(faulty.calls).toBe(1)
})

it('a desk keeps what it has over whatever D1 says later', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  await desk(sessionId).open()
  await openDb(env.DB).update(sessions).set({ title: 'Meddled' }).where(eq(sessions.id, sessionId))
  await evictDurableObject(desk(sessionId))
  expect(await desk(sessionId).read(null)).toMatchObject({
    session: { title: 'Morning Meditation' },
  })
})

it('an alarm at a desk that was never used does nothing', async () => {
  await atDesk(555_555, (_, { storage }) => storage.setAlarm(Date.now() + 60_000))
  expect(await runDurableObjectAlarm(desk(555_555))).toBe(true)
  expect(await atDesk(555_555, ({ store }) => store.getSession())).toBeNull()
})
