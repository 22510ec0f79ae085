import { Show } from 'solid-js'
import { Button } from '../ui/Button'
import { words } from './words'

/** The end of a list that goes on. */
export function LoadMore(props: { when: boolean | undefined; onMore: () => void }) {
  return (
    <Show when={props.when}>
      <p class="desk-more">
        <Button onClick={() => props.onMore()}>{words.more}</Button>
      </p>
    </Show>
  )
}
