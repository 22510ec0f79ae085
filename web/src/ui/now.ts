import { createSignal, onCleanup } from 'solid-js'

const EVERY_MS = 30_000

/** The time, as often as words on a page depend on it. */
export function createNow() {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
  onCleanup(() => clearInterval(timer))
  return now
}
