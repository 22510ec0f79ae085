import { createSignal } from 'solid-js'
import { type Checked, validityWords } from './validity-words'

/**
 * The platform finds what is unfinished in a form that is sent; it is said here, in place of the
 * browser's own bubble, and stands until something is typed, or another field mends this one.
 * `missing` is for what is left empty.
 */
export function createUnfinished(missing: () => string | undefined) {
  const [words, setWords] = createSignal<string>()
  let listening: AbortController | undefined
  const finish = () => {
    listening?.abort()
    setWords(undefined)
  }

  const find = (event: Event) => {
    const control = event.target as HTMLInputElement
    // No bubble; but then the browser moves no focus either.
    event.preventDefault()
    setWords(validityWords(control satisfies Checked, missing()))
    listening?.abort()
    listening = new AbortController()
    const { signal } = listening
    // Another field may have filled this one in, or moved its limit.
    control.form?.addEventListener('submit', finish, { signal })
    // The page hears of what was typed after its form does.
    const look = () => setTimeout(() => control.validity.valid && finish())
    control.form?.addEventListener('input', look, { signal })
    if (control.form?.querySelector(FIRST) === control) control.focus()
  }
  const watch = (frame: HTMLElement) => {
    // It does not bubble: on its way down it passes.
    frame.addEventListener('invalid', find, { capture: true })
    frame.addEventListener('input', finish)
  }
  return { words, watch }
}

const FIRST = ':is(input, select, textarea):invalid'
