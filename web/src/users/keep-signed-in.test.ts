import { expect, test } from 'vitest'
import { keepSignedIn } from './keep-signed-in'

const MINUTE_MS = 60_000
const ann = { id: 7, name: 'Ann' }

function browser(answers: (() => Promise<Response>)[]) {
  const kept = new Map<string, string>()
  const clock = { now: 0 }
  const told: (number | null)[] = []
  let asked = 0
  let queue: Promise<unknown> = Promise.resolve()
  const tab = () =>
    keepSignedIn({
      shelf: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
      },
      now: () => clock.now,
      renew: () => {
        asked += 1
        return answers.shift()?.() ?? Promise.reject(new TypeError('nobody is there'))
      },
      personIs: (id) => void told.push(id),
      alone: (work) => {
        const turn = queue.then(work)
        queue = turn.catch(() => {})
        return turn
      },
    })
  return { tab, clock, told, asked: () => asked }
}

const yes = async () => Response.json({ user: ann })
const refused = (status: number) => async () => Response.json({ error: '', code: 'x' }, { status })

test('a proof is renewed a minute before it ends, and not earlier', async () => {
  const { tab, clock, asked } = browser([yes])
  const signIn = tab()
  signIn.remember(ann)
  clock.now = 14 * MINUTE_MS
  await signIn.renewInTime()
  expect(asked()).toBe(0)
  clock.now += 1
  await signIn.renewInTime()
  expect(asked()).toBe(1)
  await signIn.renewInTime()
  expect(asked()).toBe(1)
})

test('all callers of a tab wait for one renewal', async () => {
  const { tab, asked } = browser([yes])
  const signIn = tab()
  signIn.remember(ann)
  expect(await Promise.all([signIn.renew(), signIn.renew(), signIn.renew()])).toEqual([
    true,
    true,
    true,
  ])
  expect(asked()).toBe(1)
})

test('a tab that waited for its turn does not renew what another just renewed', async () => {
  const { tab, clock, asked } = browser([yes])
  const [one, other] = [tab(), tab()]
  one.remember(ann)
  clock.now = 15 * MINUTE_MS
  // Both saw the old proof; the second has its turn after the first is done.
  expect(await Promise.all([one.renew(), other.renew()])).toEqual([true, true])
  expect(asked()).toBe(1)
})

test('a refusal ends the sign-in, and nobody asks again', async () => {
  const { tab, asked } = browser([refused(401)])
  const signIn = tab()
  signIn.remember(ann)
  expect(await signIn.renew()).toBe(false)
  expect(signIn.remembered()).toBeNull()
  expect(await signIn.renew()).toBe(false)
  expect(asked()).toBe(1)
})

test.each([
  ['the records cannot be reached', refused(503), 503],
  ['the network is gone', () => Promise.reject(new TypeError('gone')), 0],
])('it is no sign-out when %s', async (_, answer, status) => {
  const { tab } = browser([answer])
  const signIn = tab()
  signIn.remember(ann)
  await expect(signIn.renew()).rejects.toMatchObject({ status })
  expect(signIn.remembered()?.user).toEqual(ann)
})

test('who was never here is nobody, and no server is asked', async () => {
  const { tab, asked } = browser([yes])
  expect(tab().mayBeSomebody()).toBe(false)
  expect(await tab().renew()).toBe(false)
  expect(asked()).toBe(0)
})

test('who went away to sign in is asked about once', async () => {
  const { tab, asked } = browser([refused(401)])
  tab().expectSomebody()
  expect(tab().mayBeSomebody()).toBe(true)
  expect(await tab().renew()).toBe(false)
  expect(tab().mayBeSomebody()).toBe(false)
  expect(await tab().renew()).toBe(false)
  expect(asked()).toBe(1)
})

test('going away to sign in takes nobody’s sign-in', () => {
  const { tab } = browser([])
  tab().remember(ann)
  tab().expectSomebody()
  expect(tab().remembered()?.user).toEqual(ann)
})

test('where storage is forbidden the server is asked', async () => {
  const forbidden = () => {
    throw new DOMException('forbidden', 'SecurityError')
  }
  const signIn = keepSignedIn({
    shelf: { getItem: forbidden, setItem: forbidden },
    now: () => 0,
    renew: yes,
    personIs: () => {},
    alone: (work) => work(),
  })
  expect(signIn.mayBeSomebody()).toBe(true)
  expect(await signIn.renew()).toBe(true)
})

test('a renewal in time that nobody answers stands in nobody’s way', async () => {
  const { tab, clock, asked } = browser([refused(503)])
  const signIn = tab()
  signIn.remember(ann)
  clock.now = 15 * MINUTE_MS
  await expect(signIn.renewInTime()).resolves.toBeUndefined()
  expect(asked()).toBe(1)
})

test('whoever it is or no longer is, is told, also when a sign-in has ended by itself', async () => {
  const { tab, told } = browser([refused(401)])
  const signIn = tab()
  signIn.remember(ann)
  expect(signIn.personId()).toBe(7)
  await signIn.renew()
  expect(told).toEqual([7, null])
  expect(signIn.personId()).toBe(null)
})
