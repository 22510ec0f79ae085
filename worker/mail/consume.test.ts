import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { deadLetters, mail, users } from '../db/schema'
import { ask } from '../test/client'
import { withCaughtLetters } from '../test/desk'
import { aFacilitator, aSession, aUser, d1Away } from '../test/factories'
import { aMailEvent, aPostOffice, bindingError, deliver } from '../test/mail'
import { retryDelaySeconds } from './consume'
import { claim, LEASE_MS } from './queries'

const db = openDb(env.DB)

async function aLetterToAnn(parts: Parameters<typeof aMailEvent>[0] = {}) {
  const ann = await aUser()
  const { userId } = ann
  return {
    ann,
    letter: aMailEvent({
      ...parts,
      to: { userId, as: 'visitor' },
      booking: { ...parts.booking, userId },
    }),
  }
}

async function rowOf(letter: { id: string }) {
  const [row] = await db.select().from(mail).where(eq(mail.id, letter.id))
  return row
}

it('a letter goes out to the address that its reader has now, and is marked', async () => {
  const { ann, letter } = await aLetterToAnn()
  const moved = `${crypto.randomUUID()}@example.com`
  await db.update(users).set({ email: moved }).where(eq(users.id, ann.userId))
  const office = aPostOffice()
  expect(await deliver(office, [letter])).toEqual({ done: [letter.id], again: [] })
  expect(office.sent.map(({ to }) => to)).toEqual([moved])
  expect(await rowOf(letter)).toMatchObject({ state: 'sent', attempts: 1, error: null })
})

it('delivered twice, one after the other or at once, it goes out once', async () => {
  const { letter } = await aLetterToAnn()
  const office = aPostOffice()
  await deliver(office, [letter, letter])
  await deliver(office, [letter])
  expect(office.sent).toHaveLength(1)
})

it('while one consumer has it, another asks again when the lease is over', async () => {
  const { letter } = await aLetterToAnn()
  const now = Date.now()
  await claim(db, letter, now)
  const office = aPostOffice()
  const { done, again } = await deliver(office, [letter], { now: now + 1_000 })
  expect(done).toEqual([])
  expect(again).toEqual([{ id: letter.id, delaySeconds: LEASE_MS / 1_000 - 1 }])
  expect(office.tried).toHaveLength(0)
})

it('what a crashed consumer had claimed another takes over after the lease, and sends', async () => {
  const { letter } = await aLetterToAnn()
  const now = Date.now()
  await claim(db, letter, now)
  const office = aPostOffice()
  await deliver(office, [letter], { now: now + LEASE_MS })
  expect(office.sent).toHaveLength(1)
  expect(await rowOf(letter)).toMatchObject({ state: 'sent', attempts: 2 })
})

it('a consumer that fails ten times in a row loses nothing, sends once, and delays no booking', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, { capacity: 20 })
  const caught = await withCaughtLetters(sessionId)
  const ann = await aUser()
  const book = async ({ bearer }: typeof ann) =>
    ask('POST', '/api/bookings', { bearer: await bearer, body: { session_id: sessionId } })
  expect((await book(ann)).status).toBe(201)
  await expect.poll(() => caught).toHaveLength(2)
  const letters = [...caught]

  const office = aPostOffice(...Array.from({ length: 20 }, () => bindingError('E_DELIVERY_FAILED')))
  const delays: (number | undefined)[] = []
  for (let attempts = 1; attempts <= 10; attempts += 1) {
    const [delivery, other] = await Promise.all([
      deliver(office, letters, { attempts }),
      book(await aUser()),
    ])
    expect(other.status).toBe(201)
    expect(delivery.done).toEqual([])
    expect(delivery.again).toHaveLength(2)
    delays.push(delivery.again[0]?.delaySeconds)
  }
  expect(delays).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])

  await deliver(office, letters, { attempts: 11 })
  await deliver(office, letters, { attempts: 12 })
  expect(office.sent.map(({ to }) => to).sort()).toEqual([ann.email, jane.email].sort())
})

it('fifty attempts with their delays are more than a day and less than the four a queue keeps', () => {
  let seconds = 0
  for (let attempts = 1; attempts <= 50; attempts += 1) seconds += retryDelaySeconds(attempts)
  expect(seconds).toBeGreaterThan(24 * 3_600)
  expect(seconds).toBeLessThan(4 * 24 * 3_600)
})

it('one that fails holds up none beside it', async () => {
  const [first, second] = [await aLetterToAnn(), await aLetterToAnn()]
  const office = aPostOffice(bindingError('E_RATE_LIMIT_EXCEEDED'))
  const { done, again } = await deliver(office, [first.letter, second.letter])
  expect([done.length, again.length]).toEqual([1, 1])
})

it('without D1 nothing is sent unclaimed; it is tried again', async () => {
  const { letter } = await aLetterToAnn()
  const office = aPostOffice()
  const { done, again } = await deliver(office, [letter], { DB: d1Away() })
  expect(done).toEqual([])
  expect(again).toHaveLength(1)
  expect(office.tried).toHaveLength(0)
})

it.each([
  ['E_RECIPIENT_NOT_ALLOWED', bindingError('E_RECIPIENT_NOT_ALLOWED')],
  ['E_RECIPIENT_SUPPRESSED', bindingError('E_RECIPIENT_SUPPRESSED')],
  ['E_RECIPIENT_NOT_ALLOWED', new Error('destination address is not a verified address')],
])('%s is final: tried once, marked, kept for the operator', async (reason, fault) => {
  const { letter } = await aLetterToAnn()
  const office = aPostOffice(fault)
  expect(await deliver(office, [letter])).toEqual({ done: [letter.id], again: [] })
  await deliver(office, [letter])
  expect(office.tried).toHaveLength(1)
  expect(await rowOf(letter)).toMatchObject({ state: 'refused', error: reason })
  const [dead] = await db.select().from(deadLetters).where(eq(deadLetters.id, letter.id))
  expect(dead).toMatchObject({ reason, replay: false })
})

it.each([
  ['erased', { erasedAt: 1, email: null, name: '' }],
  ['without an email', { email: null }],
])('nothing is sent to somebody %s', async (_, changes) => {
  const { ann, letter } = await aLetterToAnn()
  await db.update(users).set(changes).where(eq(users.id, ann.userId))
  const office = aPostOffice()
  expect(await deliver(office, [letter])).toEqual({ done: [letter.id], again: [] })
  expect(office.tried).toHaveLength(0)
  expect(await rowOf(letter)).toMatchObject({ state: 'dropped' })
})

it('a letter to a facilitator names nobody who was erased meanwhile', async () => {
  const { ann, letter } = await aLetterToAnn()
  const jane = await aFacilitator()
  await db.update(users).set({ erasedAt: 1, email: null }).where(eq(users.id, ann.userId))
  const office = aPostOffice()
  await deliver(office, [{ ...letter, to: { userId: jane.userId, as: 'facilitator' } }])
  const [sent] = office.sent
  expect(sent?.subject).toContain('Somebody who has left booked')
  const all = JSON.stringify(sent)
  expect(all).not.toContain('Ann Visitor')
  expect(all).not.toContain('ann@example.com')
  expect(all).not.toContain('My knee is stiff.')
})

it('a reminder of what has begun is not sent', async () => {
  const startTime = Date.now()
  const { letter } = await aLetterToAnn({ kind: 'reminder_1h', session: { startTime } })
  const office = aPostOffice()
  await deliver(office, [letter], { now: startTime })
  expect(office.tried).toHaveLength(0)
})

it('an offer goes out with a link that answers it, and not at all once it has ended', async () => {
  const expiresAt = Date.now() + 3_600_000
  const parts = { kind: 'seat_offered', booking: { state: 'offered', expiresAt } } as const
  const office = aPostOffice()
  const { letter } = await aLetterToAnn(parts)
  await deliver(office, [letter])
  expect(office.sent[0]?.text).toMatch(/\/offers\/7000001#[\w-]+\.[\w-]+\.[\w-]+\n/)
  const late = (await aLetterToAnn(parts)).letter
  await deliver(office, [late], { now: expiresAt })
  expect(office.tried).toHaveLength(1)
  expect(await rowOf(late)).toMatchObject({ state: 'dropped' })
})

it('a site without mail waits for nothing', async () => {
  const { letter } = await aLetterToAnn()
  const office = aPostOffice()
  const off = await deliver(office, [letter], { MAIL_FROM: '' })
  expect(off).toEqual({ done: [letter.id], again: [] })
  expect(office.tried).toHaveLength(0)
})
