import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from './db/client'
import { users } from './db/schema'
import { SWEEP_MAX_SESSIONS, sweep } from './sweep'
import { asking, atDesk, bothSides, desk, withFaultyD1 } from './test/desk'
import { aFacilitator, aSession, aUser } from './test/factories'

const DAY = 24 * 3_600_000

it('a desk whose alarm the platform lost is found, and D1 is told what it lacks', async () => {
  const sessionId = await aSession(await aFacilitator())
  await desk(sessionId).open()
  const faulty = await withFaultyD1(sessionId)
  faulty.fault = 'refuses'
  await desk(sessionId).book(asking(await aUser()))
  await atDesk(sessionId, async (desk, { storage }) => {
    await storage.deleteAlarm()
    desk.now = () => Date.now() + 60_000
  })
  faulty.fault = 'works'
  expect((await sweep(env, Date.now())).behind).toEqual([sessionId])
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect((await sweep(env, Date.now())).behind).toEqual([])
})

it('a desk learns that its facilitator has another name, or none any more', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  await desk(sessionId).open()
  const nameAfter = async (name: string) => {
    const isHers = eq(users.id, jane.userId)
    await openDb(env.DB).update(users).set({ name }).where(isHers)
    const { behind } = await sweep(env, Date.now())
    const { facilitatorName } = await atDesk(sessionId, ({ store }) => store.findSession())
    return { behind, facilitatorName }
  }
  expect(await nameAfter('Jane Bakker')).toEqual({ behind: [], facilitatorName: 'Jane Bakker' })
  expect(await nameAfter('')).toEqual({ behind: [], facilitatorName: 'Somebody' })
})

it('it walks a bounded number a run and goes on where it stopped, past a desk that fails', async () => {
  const jane = await aFacilitator()
  for (let i = 0; i < SWEEP_MAX_SESSIONS + 5; i++) await aSession(jane)
  const long = { startTime: Date.now() - 30 * DAY, endTime: Date.now() - 29 * DAY }
  const past = await aSession(jane, long)
  const failing = async () => {
    throw new Error('this desk is in trouble')
  }
  const first = (await sweep(env, Date.now(), failing)).visited
  const second = (await sweep(env, Date.now(), failing)).visited
  expect(first).toHaveLength(SWEEP_MAX_SESSIONS)
  expect(second.length).toBeGreaterThan(0)
  expect(Math.min(...second)).toBeGreaterThan(Math.max(...first))
  expect([...first, ...second]).not.toContain(past)
  const again = (await sweep(env, Date.now(), failing)).visited
  expect(again[0]).toBe(first[0])
})
