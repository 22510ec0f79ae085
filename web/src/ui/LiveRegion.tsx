import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'

const AT_MOST_EVERY_MS = 5_000

/** Speaks when its words change, never at first and at most every five seconds; the newest wins. */
export function LiveRegion(props: { words: string }) {
  const [spoken, setSpoken] = createSignal('')
  // What was read again and says the same is no change.
  const words = createMemo(() => props.words)
  let spokeAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(
      words,
      (next) => {
        clearTimeout(timer)
        timer = setTimeout(
          () => {
            spokeAt = Date.now()
            setSpoken(next)
          },
          Math.max(0, spokeAt + AT_MOST_EVERY_MS - Date.now()),
        )
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))
  return (
    <p class="hidden-visually" role="status" aria-live="polite">
      {spoken()}
    </p>
  )
}
