import { revalidate } from '@solidjs/router'
import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { type SessionInFull, session as sessionQuery } from '../sessions/sessions'
import { type Counted, keepLiveSeats, type LiveState, withCounts } from './live-seats'
import { isWaiting } from './mine'

/** Several seats often go at once; and a thousand pages must not ask in the same moment. */
const REREAD_AFTER_MS = { least: 200, spread: 1_300 }

/** The session with its seats as they are this moment, and how well that is known. */
export function useLiveSeats(session: Accessor<SessionInFull>) {
  const [counted, setCounted] = createSignal<Counted | null>(null)
  const [state, setState] = createSignal<LiveState>('connecting')
  const live = createMemo(() => withCounts(session(), counted(), state()))
  const reread = soon(() => void revalidate(sessionQuery.keyFor(session().id)))

  onMount(() => {
    const { id } = session()
    const line = keepLiveSeats({
      open: () => new WebSocket(`/api/sessions/${id}/live`),
      poll: () => readCounts(id),
      onCounted(next) {
        const mine = session().my_booking
        // Only the desk can say what a change means for somebody who waits, or what became of it all.
        const concerns = (mine && isWaiting(mine)) || next.status !== session().status
        if (concerns && counted()) reread.ask()
        setCounted(next)
      },
      onState: setState,
      isOnline: () => navigator.onLine,
      isVisible: () => document.visibilityState === 'visible',
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs)
        return () => clearTimeout(timer)
      },
      random: Math.random,
    })
    const controller = new AbortController()
    const { signal } = controller
    addEventListener('online', line.look, { signal })
    addEventListener('offline', line.look, { signal })
    document.addEventListener('visibilitychange', line.look, { signal })
    onCleanup(() => {
      controller.abort()
      line.stop()
      reread.stop()
    })
  })
  return { live, state }
}

async function readCounts(id: number): Promise<Counted | null> {
  try {
    const response = await api.availability.$get({ query: { ids: String(id) } })
    const { as_of, sessions } = await response.json()
    const found = sessions.find((one) => one.id === id)
    return found ? { ...found, as_of } : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Once for everything that is asked until then. */
function soon(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask() {
      timer ??= setTimeout(
        () => {
          timer = undefined
          run()
        },
        REREAD_AFTER_MS.least + Math.random() * REREAD_AFTER_MS.spread,
      )
    },
    stop: () => clearTimeout(timer),
  }
}
