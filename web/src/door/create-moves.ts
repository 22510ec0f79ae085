import { createSignal, onCleanup, onMount } from 'solid-js'
import { backoffMs } from '../backoff'
import type { Guest } from './guest'
import { keptBy } from './kept'
import {
  levelled,
  MOVES,
  type Move,
  type Moves,
  made,
  NO_MOVES,
  read,
  refused,
  taken,
  tellInOrder,
  withMoves,
} from './moves'
import { tellDesk } from './queries'

/** A move takes this booking, and the name that is said if the desk will not have it. */
type Moved = Pick<Guest, 'id'> & { user: Pick<Guest['user'], 'name'> }

/**
 * Letting people in and taking it back: shown at once, kept on this phone, told to the desk in
 * order as soon as there is a line.
 */
export function createMoves(userId: number, sessionId: number, onAnswer: () => void) {
  const kept = keptBy(userId)
  const place = `${MOVES}${sessionId}`
  const [moves, setMoves] = createSignal<Moves>(NO_MOVES)
  const [isSilent, setIsSilent] = createSignal(false)
  let changing = 0
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let line = Promise.resolve()

  /** On the page first, then on the phone: a tap must not wait for a disk. */
  async function change(apply: (moves: Moves) => Moves) {
    const known = moves()
    setMoves(apply)
    changing++
    const stored = await kept
      .change<Moves>(place, (before) => apply(before ?? known))
      .catch(() => moves())
    if (--changing === 0) setMoves(stored)
  }

  const next = async () =>
    ((await kept.read<Moves>(place).catch(() => undefined)) ?? moves()).waiting[0]

  async function tellAll() {
    const tell = () =>
      tellInOrder({
        next,
        tell: tellDesk,
        note: (move, told) =>
          change((before) =>
            told.kind === 'taken'
              ? taken(before, move, told.answer)
              : refused(before, move, told.message),
          ),
      })
    const hadSome = moves().waiting.length > 0
    // One window at a time: the other would tell an older move after a newer one.
    const isLevel = await navigator.locks.request(`${userId}/${place}`, tell)
    setIsSilent(!isLevel)
    clearTimeout(timer)
    if (isLevel) tries = 0
    else timer = setTimeout(carry, backoffMs(tries++, Math.random()))
    if (isLevel && hadSome) onAnswer()
  }

  /** One after the other: what was made while an earlier one was on its way goes next. */
  function carry() {
    line = line.then(tellAll, tellAll)
  }

  async function make(kind: Move['kind'], guest: Moved) {
    const { id: bookingId, user } = guest
    const move = { id: crypto.randomUUID(), bookingId, name: user.name, kind, at: Date.now() }
    await change((before) => made(before, move))
    carry()
  }

  onMount(async () => {
    await change((before) => before)
    carry()
    addEventListener('online', carry)
  })
  onCleanup(() => {
    clearTimeout(timer)
    removeEventListener('online', carry)
  })

  return {
    moves,
    /** Something was told and nobody answered. */
    isSilent,
    letIn: (guest: Moved) => make('in', guest),
    undo: (guest: Moved) => make('out', guest),
    read: (move: Move) => change((before) => read(before, move)),
    level: (list: readonly Guest[]) => change((before) => levelled(before, list)),
    seen: <G extends Guest>(guest: G) => withMoves(guest, moves()),
  }
}

export type DoorMoves = ReturnType<typeof createMoves>
