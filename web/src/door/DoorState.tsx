import { For } from 'solid-js'
import { Button } from '../ui/Button'
import { readersZone } from '../ui/times'
import type { DoorMoves } from './create-moves'
import { lineWords, words } from './words'

/** Whether there is a line to the desk, and what the desk would not have. */
export function DoorState(props: { moves: DoorMoves; hasLine: boolean; readAt: number }) {
  const state = () => ({
    hasLine: props.hasLine,
    waiting: props.moves.moves().waiting.length,
    readAt: props.readAt,
  })
  return (
    <>
      <p class="door-line" role="status">
        <span class="connection-dot" classList={{ live: props.hasLine }} aria-hidden="true" />
        {lineWords(state(), readersZone())}
      </p>
      <TurnedDown moves={props.moves} />
    </>
  )
}

/** Who was shown as in and is not, with the desk's reason, until she has read it. */
export function TurnedDown(props: { moves: DoorMoves }) {
  return (
    <div role="alert">
      <ul class="turned-down">
        <For each={props.moves.moves().turnedDown}>
          {({ move, message }) => (
            <li>
              <span>{words.turnedDown(move.name, move.kind, message)}</span>
              <Button kind="text" onClick={() => props.moves.read(move)}>
                {words.gotIt}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
