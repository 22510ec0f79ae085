import { Show } from 'solid-js'
import type { SessionInFull } from '../sessions/sessions'
import { useSeated } from './mine'
import { overlapsOf } from './overlaps'
import { overlapWords } from './words'

/** Advice for whoever has something else at that time. */
export function AtThatTime(props: { session: SessionInFull }) {
  const seated = useSeated()
  const others = () => overlapsOf(props.session, seated()).map(({ session }) => session)
  return (
    <Show when={others().length > 0}>
      <p class="quiet">{overlapWords(others(), props.session)}</p>
    </Show>
  )
}
