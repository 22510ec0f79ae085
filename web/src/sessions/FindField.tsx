import { createEffect, on, onCleanup } from 'solid-js'
import { TextField } from '../ui/Field'
import { browseWords } from './browse-words'
import { Q_MAX } from './search'

/** Long enough for the next letter, short enough to feel at once. */
const TYPING_MS = 300

/** Words to look for. They are passed on when the typing rests, and follow when the address changes. */
export function FindField(props: { value: string; onFind: (words: string) => void }) {
  let input: HTMLInputElement | undefined
  let passedOn = props.value
  let timer: ReturnType<typeof setTimeout> | undefined
  const find = () => {
    clearTimeout(timer)
    timer = undefined
    passedOn = input?.value.trim() ?? ''
    if (passedOn !== props.value) props.onFind(passedOn)
  }
  // What was typed meanwhile is newer than an address that follows it.
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (!input || timer || value === passedOn) return
        input.value = value
        passedOn = value
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))
  return (
    <TextField
      ref={(element) => {
        input = element
        // Set once: from here on the field belongs to whoever types.
        element.value = props.value
      }}
      label={browseWords.find}
      type="search"
      placeholder={browseWords.findHint}
      maxlength={Q_MAX}
      enterkeyhint="search"
      onInput={() => {
        clearTimeout(timer)
        timer = setTimeout(find, TYPING_MS)
      }}
      onChange={find}
    />
  )
}
