import { createSignal, For } from 'solid-js'
import { HOURS, type Hour } from '../ui/hour'
import { browseWords, hourWords } from './browse-words'
import './hour-strip.css'

/** The six lights of a day, to choose one: pressed again, any will do. */
export function HourStrip(props: { value?: Hour; onChoose: (hour: Hour | undefined) => void }) {
  const [pointed, setPointed] = createSignal<Hour>()
  const shown = () => pointed() ?? props.value
  return (
    <fieldset class="hour-strip">
      <legend class="field-label">{browseWords.timeOfDay}</legend>
      <div class="hour-strip-fields">
        <For each={HOURS}>
          {({ hour }) => (
            <button
              type="button"
              class={`hour-field hour-strip-field ${hour}`}
              aria-label={hourWords(hour)}
              aria-pressed={props.value === hour}
              onClick={() => props.onChoose(props.value === hour ? undefined : hour)}
              onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setPointed(hour)}
              onPointerLeave={() => setPointed(undefined)}
              onFocus={() => setPointed(hour)}
              onBlur={() => setPointed(undefined)}
            />
          )}
        </For>
      </div>
      <p class="small" aria-hidden="true">
        {hourWords(shown())}
      </p>
    </fieldset>
  )
}
