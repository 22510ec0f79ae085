import { For, type JSX } from 'solid-js'
import './choice.css'

/** A question with a few answers, each written out. */
export function Choice<Value extends string>(props: {
  question: string
  name: string
  answers: [value: Value, label: string][]
  value: Value
  onChoose: (value: Value) => void
  children?: JSX.Element
}) {
  return (
    <fieldset class="choice">
      <legend class="choice-question">{props.question}</legend>
      <For each={props.answers}>
        {([value, label]) => (
          <label class="choice-answer">
            <input
              type="radio"
              name={props.name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChoose(value)}
            />
            <span>{label}</span>
          </label>
        )}
      </For>
      {props.children}
    </fieldset>
  )
}
