/*
 * One's own seats, and the lists of one's own sessions, can be read without a connection: the last
 * answer is kept on this machine, under the person it was for, and goes when they sign out or
 * somebody else signs in. What seats are free is never kept: a page offline says that it cannot know.
 */

const KEPT = /^\/api\/(bookings\/my|waitlist\/my|facilitator\/sessions\/[1-9]\d*(\/bookings)?)$/
const NAME = 'mine-'
/** When it was true, in epoch ms. */
const AS_OF = 'X-As-Of'
const ANSWERS_MAX = 40
/** A sign-in that is not used ends as well after so long. */
const KEPT_MS = 14 * 86_400_000

export type Surroundings = {
  caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'> | undefined
  fetch: typeof fetch
  now: () => number
  /** Who is signed in. */
  personId: () => number | null
  /** Told when something kept was shown, and when it was true; null once the network answered. */
  shown: (asOf: number | null) => void
}

export function fetchOrKept({ caches, fetch, now, personId, shown }: Surroundings) {
  const shelfOf = (id: number) => caches?.open(NAME + id)

  const keep = async (id: number, url: URL, answer: Response) => {
    const headers = new Headers(answer.headers)
    headers.set(AS_OF, String(now()))
    const copy = new Response(await answer.arrayBuffer(), { headers })
    // They may have signed out while it came.
    if (personId() !== id) return
    const shelf = await shelfOf(id)
    await shelf?.put(url, copy)
    for (const oldest of (await shelf?.keys())?.slice(0, -ANSWERS_MAX) ?? []) {
      await shelf?.delete(oldest)
    }
    if (personId() !== id) await caches?.delete(NAME + id)
  }

  const take = async (id: number, url: URL): Promise<Response | undefined> => {
    const answer = await (await shelfOf(id))?.match(url)
    const asOf = Number(answer?.headers.get(AS_OF) ?? 0)
    if (!answer || now() - asOf > KEPT_MS || personId() !== id) return undefined
    shown(asOf)
    return answer
  }

  /** `fetch`, and where nobody answers what was kept of the last answer. */
  return async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const id = personId()
    const url = keepable(input, init)
    if (!url || id === null) return fetch(input, init)
    try {
      const answer = await fetch(input, init)
      shown(null)
      // Whoever waits for the answer does not wait for its copy; a full disk only means no copy.
      if (answer.ok) void keep(id, url, answer.clone()).catch(() => {})
      return answer
    } catch (error) {
      // A TypeError is the network's; a call that was taken back is not answered after all.
      const kept = error instanceof TypeError ? await take(id, url).catch(() => undefined) : null
      if (kept) return kept
      throw error
    }
  }
}

/** Leaves nothing of anybody but this person. */
export async function wipeAllBut(
  id: number | null,
  caches: Surroundings['caches'] = globalThis.caches,
): Promise<void> {
  const names = (await caches?.keys()) ?? []
  const others = names.filter((name) => name.startsWith(NAME) && name !== `${NAME}${id}`)
  await Promise.all(others.map((name) => caches?.delete(name)))
}

function keepable(input: RequestInfo | URL, init: RequestInit = {}): URL | undefined {
  if ((init.method ?? 'GET').toUpperCase() !== 'GET' || input instanceof Request) return undefined
  const url = new URL(input, globalThis.location?.href ?? 'https://any.host')
  return KEPT.test(url.pathname) ? url : undefined
}
