import { Show } from 'solid-js'
import type { Refusal } from '../refusal'

/** What was refused, unless a field says it. */
export function Refused(props: { refusal: Refusal | undefined }) {
  return (
    <Show when={props.refusal?.details.length === 0 && props.refusal}>
      {(refused) => (
        <p class="field-error" role="alert">
          {refused().message}
        </p>
      )}
    </Show>
  )
}
