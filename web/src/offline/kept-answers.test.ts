import { expect, test } from 'vitest'
import { fetchOrKept, wipeAllBut } from './kept-answers'

const MINE = '/api/bookings/my?when=upcoming'
const DAY_MS = 86_400_000

test('the last answer is there without a connection, with its time', async () => {
  const { ask, world } = aBrowser()
  world.now = 1_000
  world.answer = () => Response.json(['a seat'], { headers: { Link: '<x>; rel="next"' } })
  expect(await (await ask(MINE)).json()).toEqual(['a seat'])
  await world.written()
  expect(world.shown).toBe(null)

  world.now = 5_000
  world.answer = offline
  const answer = await ask(MINE)
  expect(await answer.json()).toEqual(['a seat'])
  expect(answer.headers.get('Link')).toBe('<x>; rel="next"')
  expect(world.shown).toBe(1_000)
})

test('neither another list, a session, nor anything sent is answered from what was kept', async () => {
  const { ask, world } = aBrowser()
  const others = ['/api/bookings/my?when=past', '/api/sessions/7', '/api/sessions', '/api/auth/me']
  for (const path of others) await ask(path)
  await ask(MINE, { method: 'POST' })
  await world.written()
  world.answer = offline
  await expect(ask(MINE)).rejects.toThrow(TypeError)
  for (const path of others.slice(1)) await expect(ask(path)).rejects.toThrow(TypeError)
  await expect(ask(others[0] ?? '', { method: 'POST' })).rejects.toThrow(TypeError)
})

test('nobody reads what was kept for another, and it is gone when they change', async () => {
  const { ask, world, caches } = aBrowser()
  await ask(MINE)
  await world.written()
  world.person = 8
  world.answer = offline
  await expect(ask(MINE)).rejects.toThrow(TypeError)

  await wipeAllBut(8, caches)
  expect(world.names()).toEqual(['mine-8', 'site'])
  await wipeAllBut(null, caches)
  expect(world.names()).toEqual(['site'])
})

test('an answer that comes after they signed out is not kept', async () => {
  const { ask, world } = aBrowser()
  world.answer = () => {
    world.person = null
    return Response.json([])
  }
  await ask(MINE)
  await world.written()
  expect(world.names()).toEqual(['site'])
})

test('a refusal takes nothing away, and what is older than a sign-in lives is not shown', async () => {
  const { ask, world } = aBrowser()
  await ask(MINE)
  world.answer = () => Response.json({ error: '', code: 'broken' }, { status: 500 })
  expect((await ask(MINE)).status).toBe(500)
  await world.written()
  world.answer = offline
  expect((await ask(MINE)).status).toBe(200)
  world.now = 15 * DAY_MS
  await expect(ask(MINE)).rejects.toThrow(TypeError)
})

test('a call that was taken back is not answered', async () => {
  const { ask, world } = aBrowser()
  await ask(MINE)
  await world.written()
  world.answer = () => {
    throw new DOMException('', 'AbortError')
  }
  await expect(ask(MINE)).rejects.toThrow(DOMException)
})

test('it is bounded, and the oldest goes first', async () => {
  const { ask, world } = aBrowser()
  for (let id = 1; id <= 42; id++) {
    await ask(`/api/facilitator/sessions/${id}/bookings`)
    await world.written()
  }
  world.answer = offline
  const there = (id: number) => ask(`/api/facilitator/sessions/${id}/bookings`)
  await expect(there(2)).rejects.toThrow(TypeError)
  expect((await there(3)).status).toBe(200)
})

const offline = (): Response => {
  throw new TypeError('nobody is there')
}

/** A browser's caches, with one of the site's own among them. */
function aBrowser() {
  const shelves = new Map<string, Map<string, Response>>([['site', new Map()]])
  const world = {
    now: 0,
    person: 7 as number | null,
    shown: undefined as number | null | undefined,
    answer: () => Response.json([]),
    names: () => [...shelves.keys()].toSorted(),
    /** Copies are written after the answer was handed over. */
    written: () => new Promise((resolve) => setTimeout(resolve)),
  }
  const open = async (name: string) => {
    const shelf = shelves.get(name) ?? new Map<string, Response>()
    shelves.set(name, shelf)
    return {
      match: async (url: URL) => shelf.get(String(url))?.clone(),
      put: async (url: URL, answer: Response) => {
        shelf.delete(String(url))
        shelf.set(String(url), answer)
      },
      keys: async () => [...shelf.keys()],
      delete: async (url: string) => shelf.delete(url),
    }
  }
  const caches = {
    open,
    keys: async () => [...shelves.keys()],
    delete: async (name: string) => shelves.delete(name),
  } as unknown as CacheStorage
  const ask = fetchOrKept({
    caches,
    fetch: async () => world.answer(),
    now: () => world.now,
    personId: () => world.person,
    shown: (asOf) => {
      world.shown = asOf
    },
  })
  return { ask, world, caches }
}
