import { Match, Switch } from 'solid-js'
import type { Refusal } from '../refusal'
import type { Asking } from './asking'
import type { Answered } from './use-asking'
import { words } from './words'

/** Always there, so that what it says is heard when it changes. */
export function Progress(props: {
  asking: Asking<Answered, Refusal>
  /** "Asking for your seat" */
  said: string
  unknown?: string
}) {
  const patience = () => (props.asking.step === 'asking' ? props.asking.patience : 'quiet')
  return (
    <p class="booking-progress" role="status">
      <Switch>
        <Match when={props.asking.step === 'unknown'}>{props.unknown ?? words.unknown}</Match>
        <Match when={props.asking.step === 'offline'}>{words.offline}</Match>
        <Match when={patience() === 'still'}>{words.still}</Match>
        <Match when={patience() === 'asking'}>{props.said}</Match>
      </Switch>
    </p>
  )
}
