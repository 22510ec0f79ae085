import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { LiveRegion } from '../ui/LiveRegion'
import { timeLeft, timeLeftStep } from './time-left'

const EVERY_MS = 1_000

/** How long something is still kept. The server's clock says when it is read; ours only counts on. */
export function TimeLeft(props: {
  until: string
  /** What the server's clock showed, and what ours did then. */
  now: number
  onEnd: () => void
}) {
  const offset = createMemo(() => props.now - Date.now())
  const [ticked, setTicked] = createSignal(Date.now())
  const timer = setInterval(() => setTicked(Date.now()), EVERY_MS)
  onCleanup(() => clearInterval(timer))
  const left = () => Date.parse(props.until) - (ticked() + offset())
  const hasEnded = createMemo(() => left() <= 0)
  createEffect(() => {
    if (hasEnded()) props.onEnd()
  })
  const shown = createMemo(() => timeLeft(left()))
  return (
    <>
      <span>{shown()}</span>
      <LiveRegion words={timeLeftStep(left())} />
    </>
  )
}
