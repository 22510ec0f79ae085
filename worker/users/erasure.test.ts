import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { erasedDesks, erasures } from '../db/schema'
import { sweep } from '../sweep'
import { aRecordedBooking } from '../test/bookings'
import { asking, bothSides, desk } from '../test/desk'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { DESKS_MAX, eraseAtDesks, goOnErasing } from './erasure'

const HOUR = 3_600_000
const db = openDb(env.DB)

it('the sweep tells the desk itself', async () => {
  const ann = await aUser({ name: 'Ann Bakker' })
  const sessionId = await aSession(await aFacilitator())
  await desk(sessionId).book(asking(ann, { notes: 'A bad knee' }))
  await db.insert(erasures).values({ userId: ann.userId, requestedAt: Date.now() })
  await sweep(env, Date.now())
  await expect
    .poll(async () => (await bothSides(sessionId)).inD1.bookings)
    .toMatchObject([{ state: 'cancelled', notes: null }])
})

it('a desk that fails is told again, and keeps no other from forgetting', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(3, 1000)
  const [, troubled] = sessionIds
  const first = recorder(troubled)
  expect(await eraseAtDesks(env, db, userId, 2000, first.erase)).toBe(false)
  expect(first.asked).toEqual(sessionIds)
  const second = recorder()
  expect(await eraseAtDesks(env, db, userId, 3000, second.erase)).toBe(true)
  expect(second.asked).toEqual([troubled])
})

it('a refusal is told again, and a session that never was is not', async () => {
  const { userId } = await aPersonWhoBooked(1, 1000)
  const refusing = (code: string) => async () => ({ kind: 'refused', code })
  expect(await eraseAtDesks(env, db, userId, 2000, refusing('unavailable'))).toBe(false)
  expect(await eraseAtDesks(env, db, userId, 2000, refusing('not_found'))).toBe(true)
})

it('what a left-over token books after the erasure is forgotten too', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(2, 1000)
  await eraseAtDesks(env, db, userId, 2000, recorder().erase)
  await aBooking(userId, sessionIds[1] ?? 0, 2, 2500)
  const again = recorder()
  await eraseAtDesks(env, db, userId, 3000, again.erase)
  expect(again.asked).toEqual([sessionIds[1]])
})

it('desks of her own sessions are told as well', async () => {
  const jane = await aFacilitator()
  const own = await aSession(jane)
  const told = recorder()
  await eraseAtDesks(env, db, jane.userId, Date.now() + HOUR, told.erase)
  expect(told.asked).toEqual([own])
})

it('a run tells a bounded number of desks, the next one the rest', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(DESKS_MAX + 3, 1000)
  const [first, second] = [recorder(), recorder()]
  expect(await eraseAtDesks(env, db, userId, 2000, first.erase)).toBe(false)
  expect(await eraseAtDesks(env, db, userId, 3000, second.erase)).toBe(true)
  expect([...first.asked, ...second.asked]).toEqual(sessionIds)
  expect(second.asked).toHaveLength(3)
})

it('it goes on until no token of theirs is good, then is done and leaves no list', async () => {
  const { userId } = await aPersonWhoBooked(1, 1000)
  const requestedAt = 10 * HOUR
  await db.insert(erasures).values({ userId, requestedAt })
  const told = recorder()
  const run = (now: number) => goOnErasing(env, db, now, told.erase)
  // Body tokens live an hour in these tests, and an hour more is for desks that lag.
  expect(await run(requestedAt + 2 * HOUR - 1)).toEqual([])
  expect(await run(requestedAt + 2 * HOUR)).toEqual([userId])
  expect(await run(requestedAt + 3 * HOUR)).toEqual([])
  expect(told.asked).toHaveLength(1)
  expect(await db.select().from(erasedDesks).where(eq(erasedDesks.userId, userId))).toEqual([])
})

it('an erasure with a desk in trouble is not done, however late it is', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(1, 1000)
  await db.insert(erasures).values({ userId, requestedAt: 1000 })
  const troubled = recorder(sessionIds[0])
  expect(await goOnErasing(env, db, 100 * HOUR, troubled.erase)).toEqual([])
  expect(await goOnErasing(env, db, 100 * HOUR, recorder().erase)).toEqual([userId])
})

async function aPersonWhoBooked(count: number, at: number) {
  const { userId } = await aUser({ erasedAt: 1500, email: null, name: '' })
  const jane = await aFacilitator()
  const sessionIds: number[] = []
  for (let i = 0; i < count; i++) {
    const sessionId = await aSession(jane)
    await aBooking(userId, sessionId, 1, at)
    sessionIds.push(sessionId)
  }
  return { userId, sessionIds }
}

function aBooking(userId: number, sessionId: number, n: number, createdAt: number) {
  const of = { sessionId, n, facilitatorId: 1, userId }
  return aRecordedBooking(of, { createdAt, state: 'cancelled' })
}

/** Desks that forget, but for one that breaks. */
function recorder(troubled?: number) {
  const asked: number[] = []
  const erase = async (sessionId: number) => {
    asked.push(sessionId)
    if (sessionId === troubled) throw new Error('this desk is in trouble')
    return { kind: 'erased' }
  }
  return { asked, erase }
}
