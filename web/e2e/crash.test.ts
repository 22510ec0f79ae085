import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aStillpoint, type Stillpoint } from './stillpoint'

/** `npm run crash` asks for more. */
const CYCLES = Number(process.env.CRASH_CYCLES ?? 1)
const VISITORS = 12
const SEATS = 6

let stillpoint: Stillpoint
let answers = 0

beforeAll(async () => {
  stillpoint = await aStillpoint()
}, 180_000)

afterAll(() => stillpoint?.stop(), 20_000)

type Account = { name: string; bearer: string }

/** What a visitor was told last, and what she asked that was not answered when everything died. */
type Told = Account & {
  bookingId: number | null
  acknowledged: 'booked' | 'free'
  asked: { method: 'book' | 'cancel'; key: string } | null
}

it(
  `pulling the plug while bookings run loses no acknowledged booking (${CYCLES} times)`,
  async () => {
    const jane = await register('Jane', 'facilitator')
    const visitors: Told[] = await Promise.all(
      Array.from({ length: VISITORS }, async (_, i) => ({
        ...(await register(`Visitor ${i + 1}`, 'user')),
        bookingId: null,
        acknowledged: 'free' as const,
        asked: null,
      })),
    )
    const sessionId = await publish(jane)
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      let running = true
      const walks = visitors.map((visitor) => walk(visitor, sessionId, () => running))
      // In the middle of it: everybody has had a few answers, and nobody stops.
      const enough = answers + 3 * VISITORS + 5 * (cycle % 4)
      while (answers < enough) await pause(1)
      await stillpoint.crash()
      running = false
      await Promise.all(walks)
      await stillpoint.start()
      for (const visitor of visitors) await judge(visitor, sessionId)
      await judgeTheWhole(jane, sessionId)
    }
  },
  CYCLES * 60_000 + 120_000,
)

/** Books, gives back, books again, as fast as answers come. */
async function walk(visitor: Told, sessionId: number, running: () => boolean): Promise<void> {
  while (running()) {
    const { acknowledged, bookingId } = visitor
    visitor.asked = {
      method: acknowledged === 'free' ? 'book' : 'cancel',
      key: crypto.randomUUID(),
    }
    const answer = await ask(visitor, sessionId, bookingId).catch(() => null)
    // Silence, or 503 from a server that is going down: nobody knows.
    if (!answer || answer.status >= 500) return
    settle(visitor, answer)
  }
}

function ask(visitor: Told, sessionId: number, bookingId: number | null) {
  return visitor.asked?.method === 'cancel'
    ? call('POST', `/bookings/${bookingId}/cancel`, visitor)
    : call('POST', '/bookings', visitor, { session_id: sessionId }, visitor.asked?.key)
}

function settle(visitor: Told, answer: { status: number; body: { booking_id?: number } }): void {
  if (answer.status < 300) answers += 1
  if (answer.status === 201) {
    visitor.acknowledged = 'booked'
    visitor.bookingId = answer.body.booking_id ?? null
  } else if (answer.status === 200) visitor.acknowledged = 'free'
  visitor.asked = null
}

/** What was acknowledged is so; what was not gets its answer by asking again with the same key. */
async function judge(visitor: Told, sessionId: number): Promise<void> {
  if (visitor.asked) {
    const again = await ask(visitor, sessionId, visitor.bookingId)
    expect([200, 201, 409]).toContain(again.status)
    settle(visitor, again)
  }
  const { body } = await call('GET', `/sessions/${sessionId}`, visitor)
  const expected = visitor.acknowledged === 'booked' ? visitor.bookingId : null
  expect({ who: visitor.name, seat: body.my_booking?.id ?? null }).toEqual({
    who: visitor.name,
    seat: expected,
  })
}

/** Never more than there are seats, and D1's list catches up with the desk unasked. */
async function judgeTheWhole(jane: Account, sessionId: number): Promise<void> {
  const { body: desk } = await call('GET', `/sessions/${sessionId}`, jane)
  expect(desk.taken).toBeLessThanOrEqual(SEATS)
  await expect
    .poll(
      async () => {
        const { body } = await call('GET', `/facilitator/sessions/${sessionId}`, jane)
        return [body.taken, body.bookings_count]
      },
      { timeout: 15_000 },
    )
    .toEqual([desk.taken, desk.taken])
}

async function register(name: string, role: 'user' | 'facilitator'): Promise<Account> {
  const email = `${crypto.randomUUID()}@example.com`
  const account = { name, email, password: 'a long enough password', role }
  const { body } = await call('POST', '/auth/register', null, account)
  return { name, bearer: body.access_token }
}

async function publish(jane: Account): Promise<number> {
  const inAWeek = Date.now() + 7 * 24 * 3_600_000
  const { body } = await call('POST', '/sessions', jane, {
    title: 'Sitting through a storm',
    session_type: 'session',
    start_time: new Date(inAWeek).toISOString(),
    end_time: new Date(inAWeek + 3_600_000).toISOString(),
    capacity: SEATS,
    price: 0,
  })
  return body.session_id
}

async function call(
  method: string,
  path: string,
  who: Account | null,
  body?: object,
  key?: string,
) {
  const answer = await fetch(`${stillpoint.origin}/api${path}`, {
    method,
    headers: {
      ...(who ? { Authorization: `Bearer ${who.bearer}` } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(10_000),
  })
  return { status: answer.status, body: await answer.json() }
}
