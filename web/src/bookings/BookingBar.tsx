import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { SessionInFull } from '../sessions/sessions'
import { seatsLeft } from '../sessions/words'
import { Button } from '../ui/Button'

/** On a phone: the way to the booking button, only while that is out of view. */
export function BookingBar(props: {
  session: SessionInFull
  sum: string
  unless: () => HTMLElement | undefined
}) {
  const [isInView, setIsInView] = createSignal(true)
  onMount(() => {
    const watched = props.unless()
    if (!watched) return
    const observer = new IntersectionObserver(
      ([entry]) => setIsInView(entry?.isIntersecting ?? true),
      // A sliver of a button is not one that can be pressed.
      { threshold: 0.6 },
    )
    observer.observe(watched)
    onCleanup(() => observer.disconnect())
  })
  const go = () => {
    const button = props.unless()?.querySelector('button')
    button?.scrollIntoView({ block: 'center' })
    button?.focus({ preventScroll: true })
  }
  return (
    <Show when={!isInView()}>
      <div class="booking-bar">
        <div>
          <p class="booking-bar-count">{seatsLeft(props.session)}</p>
          <p class="small">{props.sum}</p>
        </div>
        <Button kind="yours" onClick={go}>
          Book
        </Button>
      </div>
    </Show>
  )
}
