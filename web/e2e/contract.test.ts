import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, olderClient } from './older-client'
import { count, id, misfits, number, oneOf, type Shape, text, time, truth, words } from './shape'
import { aStillpoint, type Stillpoint } from './stillpoint'

/*
 * What clients of the older system rely on, asked of the running whole as they ask: every field
 * there, under its name and of its type. docs/migrating.md says what is otherwise.
 */

const CRM_TOKEN = 'token-of-a-crm'
const HOUR_MS = 3_600_000

let stillpoint: Stillpoint
let ask: ReturnType<typeof olderClient>

beforeAll(async () => {
  stillpoint = await aStillpoint({ CRM_BEARER_TOKEN: CRM_TOKEN })
  ask = olderClient(stillpoint.origin)
}, 180_000)

afterAll(() => stillpoint?.stop(), 20_000)

const USER = { id, email: words, name: words, role: oneOf('user', 'facilitator') }
const TOKENS = { access_token: words, refresh_token: words, user: USER }
const TYPE = oneOf('session', 'retreat')
const SESSION = {
  id,
  title: words,
  description: text,
  facilitator: words,
  session_type: TYPE,
  start_time: time,
  end_time: time,
  capacity: count,
  price: number,
  available_spots: count,
}
const BOOKING = {
  id,
  booking_status: oneOf('confirmed', 'cancelled'),
  booking_date: time,
  notes: text,
}
const MY_BOOKING = {
  ...BOOKING,
  session: { id, title: words, start_time: time, end_time: time, facilitator: words },
}
const ATTENDEE = { ...BOOKING, user: { id, name: words, email: words } }
const HER_BOOKING = { ...ATTENDEE, session: { id, title: words, start_time: time } }
const HER_SESSION = {
  id,
  title: words,
  description: text,
  session_type: TYPE,
  start_time: time,
  end_time: time,
  capacity: count,
  price: number,
  status: oneOf('active', 'cancelled'),
  bookings_count: count,
  available_spots: count,
  created_at: time,
}
const DASHBOARD = {
  metrics: {
    total_sessions: count,
    active_sessions: count,
    total_bookings: count,
    total_revenue: number,
    upcoming_sessions: count,
  },
  recent_bookings: [
    {
      id,
      user: { name: words, email: words },
      session: { title: words, start_time: time },
      booking_date: time,
      status: oneOf('confirmed', 'cancelled'),
    },
  ],
} as const
const NOTIFICATION = {
  id,
  booking_id: id,
  user: { id, email: words, name: words },
  event: { id, title: words, start_time: time },
  facilitator_id: id,
  received_at: time,
  processed: truth,
}
const HEALTH = {
  status: oneOf('healthy'),
  service: words,
  timestamp: time,
  database: oneOf('connected'),
}

/** The answer as it was, once its status and its shape are what they were. */
function as(status: number, shape: Shape, answer: Answer) {
  expect([answer.status, ...misfits(answer.json, shape)], JSON.stringify(answer.json)).toEqual([
    status,
  ])
  expect(answer.headers['content-type']).toContain('application/json')
  expect(answer.headers['set-cookie']).toBeUndefined()
  return answer.json
}

const refused = (status: number, answer: Answer) => as(status, { error: words }, answer)

async function register(role: 'user' | 'facilitator', name = 'Ann') {
  const email = `${crypto.randomUUID()}@example.com`
  const password = 'still as a pond'
  const body = { name, email, password, confirmPassword: password, role }
  const older = { ...body, bio: '', specialization: '' }
  const { user, access_token } = as(
    201,
    TOKENS,
    await ask('POST', '/api/auth/register', undefined, older),
  )
  expect(user).toMatchObject({ email, name, role })
  return { ...user, password, bearer: access_token as string }
}

const signIn = async (email: string, password: string) =>
  as(200, TOKENS, await ask('POST', '/api/auth/login', undefined, { email, password }))

function aSession(overrides: object = {}) {
  const startsAt = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 72 * HOUR_MS
  return {
    title: 'Morning Meditation',
    description: 'Sit, breathe, begin.',
    session_type: 'session',
    start_time: new Date(startsAt).toISOString(),
    end_time: new Date(startsAt + HOUR_MS).toISOString(),
    capacity: 2,
    price: 25.5,
    ...overrides,
  }
}

const MADE = { message: words, session_id: id }

async function publish(bearer: string, overrides: object = {}): Promise<number> {
  return as(201, MADE, await ask('POST', '/api/sessions', bearer, aSession(overrides))).session_id
}

const booking = (bearer: string, sessionId: number, notes?: string) =>
  ask('POST', '/api/bookings', bearer, { session_id: sessionId, notes })

const BOOKED = { message: words, booking_id: id }

async function book(bearer: string, sessionId: number, notes?: string): Promise<number> {
  return as(201, BOOKED, await booking(bearer, sessionId, notes)).booking_id
}

const theOne = <Item extends { id: number }>(list: Item[], id: number) => {
  const found = list.filter((item) => item.id === id)
  expect(found).toHaveLength(1)
  return found[0] as Item
}

describe('health', () => {
  it.each(['/health', '/api/health'])('answers at %s', async (path) => {
    as(200, HEALTH, await ask('GET', path))
  })
})

describe('the demo', () => {
  it.each([
    ['visitor@example.com', 'user'],
    ['facilitator@example.com', 'facilitator'],
  ])('lets %s in as a %s', async (email, role) => {
    const { user } = await signIn(email, 'password123')
    expect([user.email, user.role]).toEqual([email, role])
  })

  it('has a dozen sessions and three retreats to come, and a facilitator with bookings', async () => {
    const list = as(200, [SESSION], await ask('GET', '/api/sessions'))
    const ofType = (type: string) =>
      list.filter((one: { session_type: string }) => one.session_type === type)
    expect(ofType('session').length).toBeGreaterThanOrEqual(12)
    expect(ofType('retreat').length).toBeGreaterThanOrEqual(3)

    const { access_token } = await signIn('facilitator@example.com', 'password123')
    const { recent_bookings } = as(
      200,
      DASHBOARD,
      await ask('GET', '/api/facilitator/dashboard', access_token),
    )
    expect(recent_bookings.length).toBeGreaterThan(0)
    expect(recent_bookings.length).toBeLessThanOrEqual(10)
    const hers = as(200, [HER_BOOKING], await ask('GET', '/api/facilitator/bookings', access_token))
    expect(hers.length).toBeGreaterThan(0)
    // Drafts stand among hers, which the older system did not know.
    const known = { ...HER_SESSION, status: oneOf('active', 'cancelled', 'draft') }
    as(200, [known], await ask('GET', '/api/facilitator/sessions', access_token))
  })
})

describe('accounts', () => {
  it('register, sign in and refresh, with tokens in the body', async () => {
    const ann = await register('user')
    const { refresh_token, access_token } = await signIn(ann.email.toUpperCase(), ann.password)
    as(200, [MY_BOOKING], await ask('GET', '/api/bookings/my', access_token))
    const next = as(
      200,
      TOKENS,
      await ask('POST', '/api/auth/refresh', undefined, { refresh_token }),
    )
    as(200, [MY_BOOKING], await ask('GET', '/api/bookings/my', next.access_token))
  })

  it('an email is unique whatever its case', async () => {
    const ann = await register('user')
    const again = {
      name: 'Ann',
      email: ann.email.toUpperCase(),
      password: 'another pond',
      role: 'user',
    }
    refused(409, await ask('POST', '/api/auth/register', undefined, again))
  })

  it('refusals are sentences', async () => {
    const ann = await register('user')
    const wrong = { email: ann.email, password: 'not as a pond' }
    refused(401, await ask('POST', '/api/auth/login', undefined, wrong))
    refused(400, await ask('POST', '/api/auth/register', undefined, { email: 'ann' }))
    refused(401, await ask('GET', '/api/bookings/my'))
    refused(401, await ask('GET', '/api/bookings/my', 'not.a.token'))
    // Whom anybody could claim to be by a name and a number; and this site has no Google at all.
    const anyone = { google_id: '1', email: ann.email, name: 'Ann' }
    refused(400, await ask('POST', '/api/auth/google', undefined, anyone))
  })
})

describe('sessions', () => {
  it('to come and active are listed, soonest first', async () => {
    const jane = await register('facilitator', 'Jane Smith')
    const kept = await publish(jane.bearer, { capacity: 7 })
    const dropped = await publish(jane.bearer)
    await ask('POST', `/api/sessions/${dropped}/cancel`, jane.bearer)

    const list = as(200, [SESSION], await ask('GET', '/api/sessions'))
    expect(theOne(list, kept)).toMatchObject({
      ...aSession({ capacity: 7 }),
      facilitator: 'Jane Smith',
      available_spots: 7,
    })
    expect(list.map((one: { id: number }) => one.id)).not.toContain(dropped)
    const starts = list.map((one: { start_time: string }) => one.start_time)
    expect(starts).toEqual([...starts].sort())
    expect(starts[0] > new Date().toISOString()).toBe(true)
  })

  it('one by itself has the same fields', async () => {
    const [first] = (await ask('GET', '/api/sessions')).json
    as(200, SESSION, await ask('GET', `/api/sessions/${first.id}`))
  })

  it('a time without seconds and offset is a time', async () => {
    const jane = await register('facilitator')
    const times = { start_time: '2027-01-15T09:00', end_time: '2027-01-15T10:00' }
    const sessionId = await publish(jane.bearer, { ...times, time_zone: 'UTC' })
    const one = as(200, SESSION, await ask('GET', `/api/sessions/${sessionId}`))
    expect(one.start_time).toBe('2027-01-15T09:00:00.000Z')
  })

  it('are changed by their facilitator alone', async () => {
    const [jane, jo, ann] = [
      await register('facilitator'),
      await register('facilitator'),
      await register('user'),
    ]
    const sessionId = await publish(jane.bearer)
    const path = `/api/sessions/${sessionId}`
    as(200, { message: words }, await ask('PUT', path, jane.bearer, { title: 'Evening sit' }))
    expect((await ask('GET', path)).json.title).toBe('Evening sit')

    refused(404, await ask('PUT', path, jo.bearer, { title: 'Mine' }))
    refused(403, await ask('PUT', path, ann.bearer, { title: 'Mine' }))
    refused(403, await ask('POST', '/api/sessions', ann.bearer, aSession()))
    refused(400, await ask('POST', '/api/sessions', jane.bearer, aSession({ capacity: 'many' })))
  })

  it.each([
    ['POST', (id: number) => `/api/sessions/${id}/cancel`],
    ['DELETE', (id: number) => `/api/facilitator/sessions/${id}`],
  ])('are cancelled by %s, their bookings with them, and all rows stay', async (method, path) => {
    const [jane, ann] = [await register('facilitator'), await register('user')]
    const sessionId = await publish(jane.bearer)
    const bookingId = await book(ann.bearer, sessionId)
    as(200, { message: words }, await ask(method, path(sessionId), jane.bearer))

    const hers = as(200, [HER_SESSION], await ask('GET', '/api/facilitator/sessions', jane.bearer))
    expect(theOne(hers, sessionId)).toMatchObject({ status: 'cancelled', bookings_count: 0 })
    const mine = as(200, [MY_BOOKING], await ask('GET', '/api/bookings/my', ann.bearer))
    expect(theOne(mine, bookingId)).toMatchObject({ booking_status: 'cancelled' })
  })
})

describe('bookings', () => {
  it('are made, listed on both sides, and counted', async () => {
    const [jane, ann] = [
      await register('facilitator', 'Jane Smith'),
      await register('user', 'Ann Bakker'),
    ]
    const sessionId = await publish(jane.bearer)
    const bookingId = await book(ann.bearer, sessionId, 'My knee hurts')

    const mine = as(200, [MY_BOOKING], await ask('GET', '/api/bookings/my', ann.bearer))
    expect(theOne(mine, bookingId)).toMatchObject({
      booking_status: 'confirmed',
      notes: 'My knee hurts',
      session: { id: sessionId, title: 'Morning Meditation', facilitator: 'Jane Smith' },
    })
    const user = { id: ann.id, name: 'Ann Bakker', email: ann.email }
    const hers = as(200, [HER_BOOKING], await ask('GET', '/api/facilitator/bookings', jane.bearer))
    expect(theOne(hers, bookingId)).toMatchObject({ user, session: { id: sessionId } })
    const path = `/api/facilitator/sessions/${sessionId}/bookings`
    const attendees = as(200, [ATTENDEE], await ask('GET', path, jane.bearer))
    expect(theOne(attendees, bookingId)).toMatchObject({ user, notes: 'My knee hurts' })

    const sessions = as(
      200,
      [HER_SESSION],
      await ask('GET', '/api/facilitator/sessions', jane.bearer),
    )
    expect(theOne(sessions, sessionId)).toMatchObject({ bookings_count: 1, available_spots: 1 })
    const { metrics, recent_bookings } = as(
      200,
      DASHBOARD,
      await ask('GET', '/api/facilitator/dashboard', jane.bearer),
    )
    expect(metrics).toMatchObject({
      total_sessions: 1,
      active_sessions: 1,
      total_bookings: 1,
      total_revenue: 25.5,
      upcoming_sessions: 1,
    })
    expect(theOne(recent_bookings, bookingId)).toMatchObject({ status: 'confirmed' })
  })

  it('without notes have empty ones', async () => {
    const [jane, ann] = [await register('facilitator'), await register('user')]
    await book(ann.bearer, await publish(jane.bearer))
    const [mine] = as(200, [MY_BOOKING], await ask('GET', '/api/bookings/my', ann.bearer))
    expect(mine.notes).toBe('')
  })

  it('are refused when doubled, full, cancelled or of nothing', async () => {
    const jane = await register('facilitator')
    const [ann, ben] = [await register('user'), await register('user')]
    const sessionId = await publish(jane.bearer, { capacity: 1 })
    await book(ann.bearer, sessionId)
    refused(409, await booking(ann.bearer, sessionId))
    refused(409, await booking(ben.bearer, sessionId))
    await ask('POST', `/api/sessions/${sessionId}/cancel`, jane.bearer)
    refused(409, await booking(ben.bearer, sessionId))
    refused(404, await booking(ben.bearer, 999_999))
    refused(400, await ask('POST', '/api/bookings', ben.bearer, {}))
    refused(401, await ask('POST', '/api/bookings', undefined, { session_id: sessionId }))
  })

  it('free their seat when they are cancelled, and it can be booked again', async () => {
    const [jane, ann, ben] = [
      await register('facilitator'),
      await register('user'),
      await register('user'),
    ]
    const sessionId = await publish(jane.bearer, { capacity: 1 })
    const bookingId = await book(ann.bearer, sessionId)
    refused(404, await ask('POST', `/api/bookings/${bookingId}/cancel`, ben.bearer))
    as(200, { message: words }, await ask('POST', `/api/bookings/${bookingId}/cancel`, ann.bearer))
    expect(await book(ann.bearer, sessionId)).not.toBe(bookingId)
  })

  it('are seen by their facilitator alone', async () => {
    const [jane, jo, ann] = [
      await register('facilitator'),
      await register('facilitator'),
      await register('user'),
    ]
    const sessionId = await publish(jane.bearer)
    refused(404, await ask('GET', `/api/facilitator/sessions/${sessionId}/bookings`, jo.bearer))
    refused(404, await ask('DELETE', `/api/facilitator/sessions/${sessionId}`, jo.bearer))
    for (const path of ['dashboard', 'sessions', 'bookings']) {
      refused(403, await ask('GET', `/api/facilitator/${path}`, ann.bearer))
    }
  })
})

describe('the CRM', () => {
  const told = (overrides: object = {}) => ({
    booking_id: 7,
    user: { id: 1, email: 'ann@example.com', name: 'Ann' },
    event: { id: 1, title: 'Dawn sit', start_time: '2027-01-15T09:00:00Z' },
    facilitator_id: 1,
    ...overrides,
  })

  it('posts a booking, lists it, and marks it processed', async () => {
    const received = { message: words, notification_id: id }
    const posted = await ask('POST', '/api/booking-notification', CRM_TOKEN, told())
    const { notification_id } = as(200, received, posted)

    const list = as(200, [NOTIFICATION], await ask('GET', '/api/notifications', CRM_TOKEN))
    expect(theOne(list, notification_id)).toMatchObject({ booking_id: 7, processed: false })
    const path = `/api/notifications/${notification_id}/process`
    as(200, { message: words }, await ask('PUT', path, CRM_TOKEN))
    const after = as(200, [NOTIFICATION], await ask('GET', '/api/notifications', CRM_TOKEN))
    expect(theOne(after, notification_id)).toMatchObject({ processed: true })
  })

  it('finds every booking and cancellation of ours, newest first', async () => {
    const [jane, ann] = [await register('facilitator'), await register('user')]
    const bookingId = await book(ann.bearer, await publish(jane.bearer))
    await ask('POST', `/api/bookings/${bookingId}/cancel`, ann.bearer)
    const list = as(200, [NOTIFICATION], await ask('GET', '/api/notifications', CRM_TOKEN))
    expect(list.slice(0, 2)).toMatchObject([
      { booking_id: bookingId, kind: 'booking_cancelled' },
      { booking_id: bookingId, kind: 'new_booking', user: { id: ann.id, email: ann.email } },
    ])
  })

  it('is refused without its token, and told which field is missing', async () => {
    for (const token of [undefined, 'wrong', (await register('user')).bearer]) {
      refused(401, await ask('POST', '/api/booking-notification', token, told()))
      refused(401, await ask('GET', '/api/notifications', token))
      refused(401, await ask('PUT', '/api/notifications/1/process', token))
    }
    for (const field of ['booking_id', 'user', 'event', 'facilitator_id']) {
      const without = told({ [field]: undefined })
      const { error } = refused(
        400,
        await ask('POST', '/api/booking-notification', CRM_TOKEN, without),
      )
      expect(error).toContain(field)
    }
    refused(404, await ask('PUT', '/api/notifications/999999/process', CRM_TOKEN))
  })
})

it('a list longer than a hundred goes on at its Link', async () => {
  const jane = await register('facilitator')
  for (let i = 0; i < 3; i++) await publish(jane.bearer, { title: `Sit ${i}` })
  const seen: number[] = []
  let path: string | undefined = '/api/facilitator/sessions?limit=2'
  while (path) {
    const answer = await ask('GET', path, jane.bearer)
    seen.push(...as(200, [HER_SESSION], answer).map((one: { id: number }) => one.id))
    path = /<(.+)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1]
  }
  expect(new Set(seen).size).toBe(3)
  expect(seen).toHaveLength(3)
})

it('what is not there, and what is asked wrongly, answers JSON with a sentence', async () => {
  refused(404, await ask('GET', '/api/nothing-here'))
  refused(405, await ask('DELETE', '/api/sessions'))
  refused(404, await ask('GET', '/api/sessions/999999'))
})
