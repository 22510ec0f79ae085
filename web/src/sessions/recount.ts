import { createSignal, onCleanup, startTransition } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import type { SessionInList } from './sessions'

type Counted = Pick<
  SessionInList,
  'id' | 'status' | 'capacity' | 'taken' | 'pending' | 'waiting' | 'available_spots'
>

const EVERY_MS = 20_000
/** So many ids one question may name. */
export const IDS_MAX = 100

/**
 * Rises every 20 s while somebody looks, and at once when they come back: a list that reads it
 * counts its seats again. One small document for all rows, never a socket for each.
 */
export function createRecount(): () => number {
  const [times, setTimes] = createSignal(0)
  const recount = () => {
    // In a transition the list stays in view while it is counted.
    if (document.visibilityState === 'visible') void startTransition(() => setTimes((n) => n + 1))
  }
  const timer = setInterval(recount, EVERY_MS)
  addEventListener('online', recount)
  document.addEventListener('visibilitychange', recount)
  onCleanup(() => {
    clearInterval(timer)
    removeEventListener('online', recount)
    document.removeEventListener('visibilitychange', recount)
  })
  return times
}

/** The same sessions with their seats as they are now; as they were, where nobody answers. */
export async function recounted<S extends Counted>(
  sessions: S[],
  read = readAvailability,
): Promise<S[]> {
  const ids = sessions.map(({ id }) => id)
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_MAX) }, (_, part) =>
    read(ids.slice(part * IDS_MAX, (part + 1) * IDS_MAX)),
  )
  try {
    const counted = new Map((await Promise.all(parts)).flat().map((one) => [one.id, one]))
    return sessions.map((session) => ({ ...session, ...counted.get(session.id) }))
  } catch (error) {
    if (error instanceof Refusal) return sessions
    throw error
  }
}

/** Whether something in the list has begun by now, and belongs there no longer. */
export function hasBegun(sessions: Pick<SessionInList, 'start_time'>[], now = Date.now()): boolean {
  return sessions.some(({ start_time }) => Date.parse(start_time) <= now)
}

async function readAvailability(ids: number[]): Promise<Counted[]> {
  const response = await api.availability.$get({ query: { ids: ids.join() } })
  return (await response.json()).sessions
}
