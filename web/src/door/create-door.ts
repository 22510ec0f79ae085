import { revalidate } from '@solidjs/router'
import { createSignal, onCleanup, onMount } from 'solid-js'
import { Refusal } from '../refusal'
import { me } from '../users/me'
import { createMoves } from './create-moves'
import { createSeen } from './create-seen'
import { byName } from './guest'
import { keptBy } from './kept'
import { type DoorList, readDoorList } from './queries'

const READ_EVERY_MS = 20_000

/**
 * The list of one session as the door has it: kept on this phone, read anew while there is a
 * line, and over it what was done here. Opened once it goes on without a line.
 */
export function createDoor(userId: number, sessionId: number) {
  const kept = keptBy(userId)
  const place = `list/${sessionId}`
  const [list, setList] = createSignal<DoorList>()
  const [failure, setFailure] = createSignal<Refusal>()
  const [isOnline, setIsOnline] = createSignal(navigator.onLine)
  const moves = createMoves(userId, sessionId, () => void refresh())
  const guests = createSeen(() => byName(list()?.guests ?? []), moves)

  async function refresh() {
    try {
      const next = await readDoorList(sessionId)
      setList(next)
      setFailure(undefined)
      void moves.level(next.guests)
      await kept.change(place, () => next).catch(() => {})
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFailure(error)
      // Asked for over the page, which stays as it is.
      if (error.status === 401) void revalidate(me.key)
    }
  }

  onMount(async () => {
    const before = await kept.read<DoorList>(place).catch(() => undefined)
    if (before && !list()) setList(before)
    await refresh()
  })

  const look = () => {
    setIsOnline(navigator.onLine)
    if (navigator.onLine && document.visibilityState === 'visible') void refresh()
  }
  const timer = setInterval(look, READ_EVERY_MS)
  const LOOKS = ['online', 'offline', 'focus'] as const
  for (const kind of LOOKS) addEventListener(kind, look)
  onCleanup(() => {
    clearInterval(timer)
    for (const kind of LOOKS) removeEventListener(kind, look)
  })

  return {
    list,
    /** Everybody, by name, as they stand after what was done here. */
    guests,
    /** Why the list could not be read, the last time it was tried. */
    failure,
    /** Whether somebody answers, as far as this phone can tell. */
    hasLine: () => isOnline() && !moves.isSilent() && failure()?.isDefinite !== false,
    refresh,
    moves,
  }
}

export type Door = ReturnType<typeof createDoor>
