import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { sessions } from '../db/schema'
import { aFacilitator, aSession } from '../test/factories'
import { planOf } from '../test/plan'
import { fillHours, listWithoutHour } from './fill-hours'

const db = openDb(env.DB)

it('sessions without an hour get theirs, and others keep it', async () => {
  const jane = await aFacilitator()
  const startTime = Date.parse('2033-01-10T06:30:00Z')
  const without = await aSession(jane, { startTime, hour: null })
  const kept = await aSession(jane, { startTime, hour: 'night' })
  expect(await fillHours(env)).toBe(1)
  const hourIn = async (id: number) =>
    (await db.select().from(sessions).where(eq(sessions.id, id)))[0]?.hour
  expect(await hourIn(without)).toBe('dawn')
  expect(await hourIn(kept)).toBe('night')
  expect(await fillHours(env)).toBe(0)
})

it('looks for them in an index that is empty when all is well', async () => {
  expect(await planOf(listWithoutHour(db))).toBe('SCAN sessions USING INDEX sessions_without_hour')
})
