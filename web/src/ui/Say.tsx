import { createSignal, Show } from 'solid-js'
import './say.css'

const SHOWN_MS = 6_000

const [sentence, setSentence] = createSignal<string>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Says that something is done, for eyes and ears: `say('Your seat is cancelled.')` */
export function say(words: string) {
  clearTimeout(timer)
  // Emptied first, so that the same words said twice are heard twice.
  setSentence(undefined)
  queueMicrotask(() => setSentence(words))
  timer = setTimeout(() => setSentence(undefined), SHOWN_MS)
}

/** Where it is said; once on every page. */
export function Saying() {
  return (
    <div class="saying" role="status" aria-live="polite">
      <Show when={sentence()}>
        <p class="saying-words">{sentence()}</p>
      </Show>
    </div>
  )
}
