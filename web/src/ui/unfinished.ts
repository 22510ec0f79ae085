import { createSignal } from 'solid-js'
import { type Checked, validityWords } from './validity-words'

/**
 * The platform finds what is unfinished in a form that is sent; it is said here, in place of the
 * browser's own bubble, and stands until something is typed. `missing` is for what is left empty.
 */
export function createUnfinished(missing: () => string | undefined) {
  const [words, setWords] = createSignal<string>()
  const finish = () => setWords(undefined)

  const find = (event: Event) => {
    const control = event.target as HTMLInputElement
    // No bubble; but then the browser moves no focus either.
    event.preventDefault()
    setWords(validityWords(control satisfies Checked, missing()))
    // Another field may have mended this one: its limit moved.
    control.form?.addEventListener('submit', finish, { once: true })
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
