import { olderClient } from './older-client'

export const PASSWORD = 'a long enough password'
const DEMO = { password: 'password123' }
const DAY_MS = 86_400_000
/** As long as people write them. */
const LONG_TITLE =
  'Slow flow for the second and third trimester, with a partner or somebody who is like one'
const LONG_NAME = 'Wilhelmina Adelheid Schwarzenberger-Papadopoulos de la Fontaine'

/**
 * A demo with a life in it: forty sessions, long names, full, over, offers out, people waiting and
 * checked in, and an account for every kind of person.
 */
export async function furnish(origin: string) {
  const ask = asking(origin)
  const signIn = async (email: string) =>
    (await ask('POST', '/auth/login', undefined, { email, ...DEMO })).access_token as string
  const register = async (name: string, role: 'user' | 'facilitator') => {
    // Somebody new each time: one site is furnished for several files of tests.
    const email = `${name.split(' ')[0]?.toLowerCase()}-${crypto.randomUUID().slice(0, 8)}@example.org`
    const person = { name, email, role, password: PASSWORD, time_zone: 'Europe/Amsterdam' }
    const { access_token } = await ask('POST', '/auth/register', undefined, person)
    return { email, token: access_token as string }
  }
  const marije = await signIn('facilitator@example.com')
  const ann = await signIn('visitor@example.com')
  const guests = await Promise.all(
    Array.from({ length: 8 }, (_, i) => signIn(`guest-${i + 1}@example.com`)),
  )
  const [ben, nora, wilhelmina] = [
    await register('Ben Late', 'user'),
    await register('Nora New', 'facilitator'),
    await register(LONG_NAME, 'facilitator'),
  ]

  const plan = async (by: string, planned: Planned): Promise<number> =>
    (await ask('POST', '/sessions', by, session(planned))).session_id
  const book = async (by: string, session_id: number, more: object = {}): Promise<number> =>
    (await ask('POST', '/bookings', by, { session_id, ...more })).booking_id
  const bookAll = (by: string[], id: number) => Promise.all(by.map((one) => book(one, id)))
  const wait = (by: string, id: number) => ask('POST', `/sessions/${id}/waitlist`, by, {})

  const long = await plan(wilhelmina.token, { title: LONG_TITLE, day: 2, capacity: 34 })
  await bookAll(guests.slice(0, 5), long)
  const yours = await plan(marije, { title: 'Morning practice', day: 3, capacity: 12 })
  await bookAll(guests.slice(0, 4), yours)
  const mine = await book(ann, yours, { party_size: 3, names: ['Joris', 'Noor'] })

  const waiting = await plan(marije, { title: 'Evening sit', day: 4, capacity: 3, at: '20:00' })
  await bookAll(guests.slice(0, 3), waiting)
  for (const one of [guests[3], ann, guests[4], guests[5]]) if (one) await wait(one, waiting)

  const offered = await plan(marije, { title: 'Two by the window', day: 5, capacity: 2 })
  const [given] = await bookAll(guests.slice(0, 2), offered)
  await wait(ann, offered)
  await wait(guests[6] ?? ann, offered)
  await ask('POST', `/bookings/${given}/cancel`, guests[0])

  const over = await plan(marije, { title: 'A smaller room', day: 6, capacity: 8 })
  await bookAll(guests.slice(0, 5), over)
  await ask('PUT', `/sessions/${over}`, marije, { capacity: 3 })

  const cancelled = await plan(marije, { title: 'Under the lime trees', day: 7 })
  await bookAll([ann, ...guests.slice(0, 2)], cancelled)
  await ask('POST', `/sessions/${cancelled}/cancel`, marije, {
    reason: 'The park is closed after the storm. Nothing is owed.',
  })

  const soon = new Date(Date.now() + 25 * 60_000).toISOString()
  const door = await plan(marije, { title: 'A class at the studio', at: soon, capacity: 8 })
  const [first, second] = await bookAll(guests, door)
  for (const id of [first, second]) {
    await ask('POST', `/facilitator/bookings/${id}/check-in`, marije, {})
  }
  for (let i = 0; i < 18; i += 1) {
    const by = i % 3 ? marije : wilhelmina.token
    const at = HOURS[i % HOURS.length]
    const id = await plan(by, { title: TITLES[i % TITLES.length] ?? '', day: 1 + i, at })
    await bookAll(guests.slice(0, i % 8), id)
  }
  return {
    ...{ long, yours, mine, waiting, offered, over, cancelled, door },
    people: {
      ann: { email: 'visitor@example.com', ...DEMO },
      marije: { email: 'facilitator@example.com', ...DEMO },
      ben: { email: ben.email, password: PASSWORD },
      nora: { email: nora.email, password: PASSWORD },
    },
  }
}

export type Furnished = Awaited<ReturnType<typeof furnish>>

/** `at` is a time on the wall that day, or an instant. */
type Planned = { title: string; day?: number; at?: string | undefined; capacity?: number }

const HOURS = ['06:30', '09:00', '12:15', '15:00', '18:30', '21:00']
const TITLES = [
  'Yin by the window',
  'Breath and a bell',
  'Standing still',
  'Hatha for people who hurry',
  'A long rest',
]

function session({ title, day = 0, at = '10:00', capacity = 20 }: Planned) {
  const date = new Date(Date.now() + day * DAY_MS).toISOString().slice(0, 10)
  const start = at.endsWith('Z') ? new Date(at) : new Date(`${date}T${at}:00Z`)
  return {
    ...{ title, capacity, session_type: 'session', price: 18, time_zone: 'Europe/Amsterdam' },
    start_time: start.toISOString(),
    end_time: new Date(start.getTime() + 75 * 60_000).toISOString(),
    description: 'Slow, close to the floor, and over before you would like it to be.',
    place_name: 'Studio Noord',
    place_address: 'Zwart Janstraat 12, Rotterdam',
    what_to_expect: 'Mats, blocks and blankets are here. The door closes when we begin.',
    payment_note: 'Pay Marije at the studio, by card or in coins.',
    free_cancel_hours: 24,
  }
}

function asking(origin: string) {
  const ask = olderClient(origin)
  return async (method: string, path: string, bearer?: string, body?: object) => {
    const answer = await ask(method, `/api${path}`, bearer, body)
    if (answer.status < 300) return answer.json
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.json)}`)
  }
}
