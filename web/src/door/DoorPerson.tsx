import { Show } from 'solid-js'
import { Button } from '../ui/Button'
import { type Guest, isIn } from './guest'
import { partyOf, standing, words } from './words'

/** Somebody at the door, as large as a thumb: let in, and taken back. */
export function DoorPerson(props: {
  guest: Guest
  type: 'session' | 'retreat'
  zone: string
  isOver: boolean
  onLetIn: () => void
  onUndo: () => void
}) {
  return (
    <li class="door-person" classList={{ in: isIn(props.guest) }}>
      <span class="door-seat" aria-hidden="true" />
      <div class="door-words">
        <span class="door-name">{props.guest.user.name}</span>
        <span class="small">
          {partyOf(props.guest, props.type)}
          <Show when={props.guest.booked_by === 'facilitator'}>. {words.addedByYou}</Show>
        </span>
        <Show when={props.guest.notes}>{(notes) => <span class="small">“{notes()}”</span>}</Show>
        <Show when={standing(props.guest, props.zone, props.isOver)}>
          {(standing) => <span class="small door-standing">{standing()}</span>}
        </Show>
      </div>
      <LetInOrUndo {...props} />
    </li>
  )
}

/** One button for both, so that who pressed it by a key stays on it. */
export function LetInOrUndo(props: {
  guest: Guest
  /** Then they are marked as having been there. */
  isOver: boolean
  onLetIn: () => void
  onUndo: () => void
}) {
  const isInside = () => isIn(props.guest)
  const act = () => (props.isOver ? words.wasThere : words.letIn)
  return (
    <Button
      small
      kind={isInside() ? 'text' : 'outline'}
      onClick={() => (isInside() ? props.onUndo() : props.onLetIn())}
    >
      {isInside() ? words.undo : act()}
      <span class="hidden-visually">
        {isInside() ? `: ${props.guest.user.name} is in` : ` ${props.guest.user.name}`}
      </span>
    </Button>
  )
}
