import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { CrmRow } from '../bookings/record'
import { openDb } from '../db/client'
import { crmDeadLetters, crmNotifications } from '../db/schema'
import { d1Away } from '../test/factories'
import { consumeDead, replayDeadLetters } from './dead-letters'

const db = openDb(env.DB)
const NOW = Date.UTC(2027, 0, 20)

beforeEach(async () => {
  await db.delete(crmDeadLetters)
  await db.delete(crmNotifications)
})

async function aLoggedRow(bookingId: number): Promise<CrmRow> {
  const row: CrmRow = {
    bookingId,
    kind: 'booking_cancelled',
    userId: 5,
    userName: 'Ann',
    userEmail: 'ann@example.com',
    eventId: 1,
    eventTitle: 'Dawn sit',
    eventStartTime: '2027-01-15T09:00:00.000Z',
    facilitatorId: 2,
    receivedAt: NOW,
  }
  await db.insert(crmNotifications).values(row)
  return row
}

async function die(rows: CrmRow[], changes: object = {}) {
  const messages = rows.map((body, i) => ({
    id: String(i),
    timestamp: new Date(),
    attempts: 1,
    body,
  }))
  const batch = createMessageBatch<CrmRow>('stillpoint-crm-dead', messages)
  await consumeDead(batch, { ...env, ...changes }, NOW)
  return getQueueResult(batch, createExecutionContext())
}

const theDead = () => db.select().from(crmDeadLetters)
const markAll = () => db.update(crmDeadLetters).set({ replay: true })

/** A queue that remembers what it was given. */
function aQueue() {
  const bodies: CrmRow[] = []
  const sendBatch = async (messages: { body: CrmRow }[]) => {
    bodies.push(...messages.map(({ body }) => body))
  }
  return { bodies, queue: { sendBatch } as unknown as Queue<CrmRow> }
}

it('what the queue gave up is kept by name only, once', async () => {
  const row = await aLoggedRow(7)
  const { ackAll } = await die([row, row])
  expect(ackAll).toBe(true)
  expect(await theDead()).toEqual([
    { bookingId: 7, kind: 'booking_cancelled', diedAt: NOW, replay: false },
  ])
})

it('while D1 is away it stays in its queue', async () => {
  const row = await aLoggedRow(7)
  const { ackAll, retryBatch } = await die([row], { DB: d1Away() })
  expect([ackAll, retryBatch.retry]).toEqual([false, true])
})

it('only what was marked is queued anew, as the log has it now, and is gone then', async () => {
  const row = await aLoggedRow(7)
  await die([row])
  const { bodies, queue } = aQueue()
  const withCrm = { ...env, CRM: queue, CRM_SERVICE_URL: 'https://crm.test' }
  expect(await replayDeadLetters(withCrm)).toBe(0)

  await markAll()
  await db
    .update(crmNotifications)
    .set({ userName: 'Ann Bakker' })
    .where(eq(crmNotifications.bookingId, 7))
  expect(await replayDeadLetters(withCrm)).toBe(1)
  expect(bodies).toEqual([{ ...row, userName: 'Ann Bakker' }])
  expect(await theDead()).toEqual([])
})

it('a queue that fails leaves it marked for the next run', async () => {
  await die([await aLoggedRow(7)])
  await markAll()
  const queue = { sendBatch: () => Promise.reject(new Error('away')) } as unknown as Queue<CrmRow>
  const withCrm = { ...env, CRM: queue, CRM_SERVICE_URL: 'https://crm.test' }
  await expect(replayDeadLetters(withCrm)).rejects.toThrow('away')
  expect(await theDead()).toMatchObject([{ bookingId: 7, replay: true }])
})

it('what dies again waits for another mark', async () => {
  const row = await aLoggedRow(7)
  await die([row])
  await markAll()
  await die([row])
  expect(await theDead()).toMatchObject([{ replay: false }])
})
