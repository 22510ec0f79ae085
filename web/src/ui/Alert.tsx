import { Show } from 'solid-js'
import './field.css'

/** Why something did not happen, said at once to who listens; nothing where there is nothing to say. */
export function Alert(props: { says: string | undefined }) {
  return (
    <Show when={props.says}>
      <p class="field-error" role="alert">
        {props.says}
      </p>
    </Show>
  )
}
