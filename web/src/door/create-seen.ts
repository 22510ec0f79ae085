import { createComputed } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { DoorMoves } from './create-moves'
import type { Guest } from './guest'

/**
 * Rows of a list as they stand after what was done here. A row read again is the same row,
 * changed: nothing moves under a finger, and who pressed a button by a key stays on it.
 */
export function createSeen<G extends Guest>(
  rows: () => readonly G[],
  { seen }: Pick<DoorMoves, 'seen'>,
): G[] {
  const [guests, setGuests] = createStore<G[]>([])
  createComputed(() =>
    setGuests(
      reconcile(
        rows().map((row) => seen(copy(row))),
        { key: 'id' },
      ),
    ),
  )
  return guests
}

/** What is laid over a row must not be written into the list it came from. */
const copy = <Row>(row: Row): Row => JSON.parse(JSON.stringify(row))
