import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aStillpoint, end, run, type Stillpoint } from './stillpoint'

let stillpoint: Stillpoint

beforeAll(async () => {
  stillpoint = await aStillpoint()
}, 180_000)

afterAll(() => stillpoint?.stop(), 20_000)

it('the client of docs/ prints each notice once and in order, over absences and cuts', async () => {
  const jane = await register('Jane', 'facilitator')
  const [ann, ben] = [await register('Ann', 'user'), await register('Ben', 'user')]
  const sessionId = await publish(jane)

  const first = docsClient(jane)
  const anns = await book(ann, sessionId)
  await first.until(1)
  await end(first.process)

  await book(ben, sessionId)
  await post(ann, `/bookings/${anns}/cancel`)
  const second = docsClient(jane)
  await second.until(2)
  await book(ann, sessionId)
  await second.until(3)

  await stillpoint.restart()
  await post(jane, `/sessions/${sessionId}/cancel`, { reason: 'A cold' })
  await second.until(4)
  await end(second.process)

  expect(first.seqs()).toEqual([1])
  expect(second.seqs()).toEqual([2, 3, 4, 5])
  expect([...first.lines(), ...second.lines()].map((line) => line.split(' ').slice(2, 4))).toEqual([
    ['Ann', 'booked'],
    ['Ben', 'booked'],
    ['Ann', 'cancelled'],
    ['Ann', 'booked'],
    ['You', 'cancelled'],
  ])
}, 120_000)

type Account = { email: string; password: string; bearer: string }

/** The script that people copy, as they run it; it keeps its place in the state folder. */
function docsClient({ email, password }: Account) {
  const env = { SITE: stillpoint.origin, EMAIL: email, PASSWORD: password }
  const STATE = join(stillpoint.stateDir, 'notices.json')
  const client = run('docs/notifications-client.mjs', [], { ...env, STATE })
  let printed = ''
  let hear = () => {}
  client.stdout?.on('data', (text) => {
    printed += text
    hear()
  })
  const lines = () => printed.split('\n').slice(0, -1)
  return {
    process: client,
    lines,
    seqs: () => lines().map((line) => Number(line.split(' ')[0])),
    async until(count: number) {
      while (lines().length < count) {
        await new Promise<void>((resolve) => {
          hear = resolve
        })
      }
    },
  }
}

async function register(name: string, role: 'user' | 'facilitator'): Promise<Account> {
  const account = { email: `${crypto.randomUUID()}@example.com`, password: 'still as a pond' }
  const { access_token } = await post(null, '/auth/register', { ...account, name, role })
  return { ...account, bearer: access_token }
}

async function publish(facilitator: Account): Promise<number> {
  const startsAt = Date.now() + 7 * 24 * 3_600_000
  const { session_id } = await post(facilitator, '/sessions', {
    title: 'Dawn sit',
    description: 'Sit, breathe, begin.',
    session_type: 'session',
    start_time: new Date(startsAt).toISOString(),
    end_time: new Date(startsAt + 3_600_000).toISOString(),
    capacity: 10,
    price: 12,
  })
  return session_id
}

async function book(visitor: Account, sessionId: number): Promise<number> {
  return (await post(visitor, '/bookings', { session_id: sessionId })).booking_id
}

async function post(who: Account | null, path: string, body: object = {}) {
  const answer = await fetch(`${stillpoint.origin}/api${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(who ? { Authorization: `Bearer ${who.bearer}` } : {}),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
