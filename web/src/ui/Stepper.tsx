import { createUniqueId } from 'solid-js'
import './stepper.css'

type StepperProps = {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
  /** Keeps its value for now. */
  fixed?: boolean
}

/** A small number that is counted up and down, or typed. */
export function Stepper(props: StepperProps) {
  const id = createUniqueId()
  const set = (value: number) => {
    if (Number.isInteger(value)) {
      props.onChange(Math.min(props.max, Math.max(props.min, value)))
    }
  }
  return (
    <div class="stepper-row">
      <label for={id}>{props.label}</label>
      <span class="stepper">
        <button
          type="button"
          aria-label={`One fewer, ${props.label.toLowerCase()}`}
          disabled={props.fixed || props.value <= props.min}
          onClick={() => set(props.value - 1)}
        >
          −
        </button>
        <input
          id={id}
          type="number"
          inputmode="numeric"
          min={props.min}
          max={props.max}
          value={props.value}
          readonly={props.fixed}
          onChange={(event) => {
            set(event.currentTarget.valueAsNumber)
            event.currentTarget.value = String(props.value)
          }}
        />
        <button
          type="button"
          aria-label={`One more, ${props.label.toLowerCase()}`}
          disabled={props.fixed || props.value >= props.max}
          onClick={() => set(props.value + 1)}
        >
          +
        </button>
      </span>
    </div>
  )
}
