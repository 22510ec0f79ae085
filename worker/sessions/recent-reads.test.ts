import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { book } from '../bookings/book'
import { openDb } from '../db/client'
import { openRecent } from '../recent'
import { ctxOf } from '../test/accounts'
import { ask } from '../test/client'
import { aCtx, aFacilitator, aSession, aUser, d1Away } from '../test/factories'
import { findSession } from './read'
import { READ_EVERY_MS } from './recent-reads'

const NOW = Date.now()
const asked = { partySize: 1, names: [], notes: undefined, key: undefined }

describe('strangers who look at a session', () => {
  it('ask its desk once a second, all of them together', async () => {
    const { id, desk, at } = await aWatchedSession()
    const first = await at(NOW)
    expect(first).toMatchObject({ available_spots: 10, exact: true })
    expect(await at(NOW + READ_EVERY_MS - 1)).toEqual(first)
    expect(desk.reads).toBe(1)
    const later = await findSession(aCtx({ env: desk.env, now: NOW + READ_EVERY_MS }), id)
    expect(later.as_of).toBe(new Date(NOW + READ_EVERY_MS).toISOString())
    expect(desk.reads).toBe(2)
  })

  it('wait for one answer when they come at once', async () => {
    const { desk, at } = await aWatchedSession()
    const release = desk.hold()
    const all = Promise.all(Array.from({ length: 30 }, () => at(NOW)))
    release()
    expect((await all).map((one) => one.available_spots)).toEqual(Array(30).fill(10))
    expect(desk.reads).toBe(1)
  })

  it('wait so across requests of the whole Worker too', async () => {
    const id = await aSession(await aFacilitator())
    const all = Array.from({ length: 20 }, () => ask('GET', `/api/sessions/${id}`))
    const answers = await Promise.all(all)
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  })

  it('see a booking that was made beside them at once', async () => {
    const { id, desk, at } = await aWatchedSession()
    await at(NOW)
    await book(await ctxOf(await aUser(), { env: desk.env }), { sessionId: id, ...asked })
    expect(await at(NOW + 1)).toMatchObject({ available_spots: 9, exact: true })
  })

  it('are not shown after it what was read while it was made', async () => {
    const { id, desk, at } = await aWatchedSession()
    const release = desk.hold()
    const before = at(NOW)
    await book(await ctxOf(await aUser(), { env: desk.env }), { sessionId: id, ...asked })
    const after = at(NOW)
    release()
    expect(await before).toMatchObject({ available_spots: 10 })
    expect(await after).toMatchObject({ available_spots: 9 })
    expect(await at(NOW)).toMatchObject({ available_spots: 9 })
  })

  it('do not share a failure', async () => {
    const { id, desk, at } = await aWatchedSession()
    desk.fault = 'broken'
    const away = aCtx({ env: desk.env, db: openDb(d1Away()), now: NOW })
    await expect(findSession(away, id)).rejects.toThrow()
    desk.fault = null
    expect(await at(NOW)).toMatchObject({ exact: true })
  })
})

it('who is signed in is always shown what they booked, wherever they did', async () => {
  const { id, desk, at } = await aWatchedSession()
  const ann = await aUser()
  await at(NOW)
  // As through another isolate, of which this one hears nothing.
  await book(await ctxOf(ann), { sessionId: id, ...asked })
  await at(NOW)
  const ctx = await ctxOf(ann, { env: desk.env, now: NOW })
  expect(await findSession(ctx, id)).toMatchObject({
    available_spots: 9,
    my_booking: { booking_status: 'confirmed' },
    exact: true,
  })
})

describe('a desk with too much to do', () => {
  it('is spared page views for a second, and D1’s copy says of when it is', async () => {
    const { id, desk, at } = await aWatchedSession()
    desk.fault = 'overloaded'
    const copy = { available_spots: 10, exact: false, as_of: new Date(NOW).toISOString() }
    expect(await at(NOW)).toMatchObject(copy)
    expect(await at(NOW + 500)).toMatchObject(copy)
    const ann = await ctxOf(await aUser(), { env: desk.env, now: NOW + 500 })
    expect(await findSession(ann, id)).toMatchObject({ exact: false, my_booking: null })
    expect(desk.reads).toBe(1)
    desk.fault = null
    expect(await at(NOW + READ_EVERY_MS)).toMatchObject({ exact: true })
  })

  it('is still asked for seats, and read again by whoever got one', async () => {
    const { id, desk, at } = await aWatchedSession()
    desk.fault = 'overloaded'
    await at(NOW)
    desk.fault = null
    const ann = await ctxOf(await aUser(), { env: desk.env, now: NOW })
    await book(ann, { sessionId: id, ...asked })
    expect(await findSession(ann, id)).toMatchObject({
      exact: true,
      my_booking: { booking_status: 'confirmed' },
    })
  })
})

it('an isolate remembers a bounded number, the latest', () => {
  const recent = openRecent<string>(1_000, 2)
  for (const id of [1, 2, 1, 3]) recent.put(id, 0, `session ${id}`)
  expect([1, 2, 3].map((id) => recent.get(id, 0))).toEqual(['session 1', null, 'session 3'])
})

/** A session whose desk counts who reads, may keep them waiting, and has its faults. */
async function aWatchedSession() {
  const id = await aSession(await aFacilitator())
  const stub = env.BOOKING_DESK.getByName(String(id))
  let held = Promise.resolve()
  const desk = {
    reads: 0,
    fault: null as 'overloaded' | 'broken' | null,
    /** The answer is what it was when it was asked for. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return () => {
        held = Promise.resolve()
        resolve()
      }
    },
    env: {} as typeof env,
  }
  async function read(userId: number | null) {
    desk.reads += 1
    if (desk.fault) throw Object.assign(new Error('a test'), { [desk.fault]: true })
    const wait = held
    const answer = await stub.read(userId)
    await wait
    return answer
  }
  const counting = { read, book: (command: Parameters<typeof stub.book>[0]) => stub.book(command) }
  const namespace = { getByName: () => counting } as unknown as typeof env.BOOKING_DESK
  desk.env = { ...env, BOOKING_DESK: namespace }
  return { id, desk, at: (now: number) => findSession(aCtx({ env: desk.env, now }), id) }
}
