import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import { createUnfinished } from './unfinished'
import './field.css'

export type Frame = {
  label: string
  /** Said beside the label: what is meant, or why it is asked. */
  hint?: JSX.Element
  /** What is wrong with what was typed. */
  error?: string
  /** What is said when it is left empty and must not be. */
  missing?: string
}

export type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }

/** What is the frame's; the rest belongs to the control. */
export const FRAME = ['label', 'hint', 'error', 'missing'] as const

/** Label, control, hint and error, tied together for those who listen. The control is a child function. */
export function Field(props: Frame & { children: (described: Described) => JSX.Element }) {
  const id = createUniqueId()
  const unfinished = createUnfinished(() => props.missing)
  const error = () => unfinished.words() ?? props.error
  const described = (): Described => {
    const ids = [props.hint ? `${id}-hint` : '', error() ? `${id}-error` : '']
    return {
      id,
      'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
      'aria-invalid': error() ? 'true' : undefined,
    }
  }
  // A getter for each, so that a control spread with them stays the same node when they change.
  const live: Described = {
    id,
    get 'aria-describedby'() {
      return described()['aria-describedby']
    },
    get 'aria-invalid'() {
      return described()['aria-invalid']
    },
  }
  return (
    <div class="field-frame" ref={unfinished.watch}>
      <label class="field-label" for={id}>
        {props.label}
      </label>
      {props.children(live)}
      <Show when={props.hint}>
        <p class="small" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={error()}>
        {/* The focus goes to what is unfinished, and reads this out; what was refused must call. */}
        <p class="field-error" id={`${id}-error`} role={unfinished.words() ? undefined : 'alert'}>
          {error()}
        </p>
      </Show>
    </div>
  )
}

export function TextField(props: Frame & JSX.InputHTMLAttributes<HTMLInputElement>) {
  const [frame, input] = splitProps(props, FRAME)
  return (
    <Field {...frame}>
      {(described) => <input class="field-input" type="text" {...input} {...described} />}
    </Field>
  )
}

export function TextArea(props: Frame & JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const [frame, area] = splitProps(props, FRAME)
  return (
    <Field {...frame}>
      {(described) => <textarea class="field-input" rows={3} {...area} {...described} />}
    </Field>
  )
}

export function Select(props: Frame & JSX.SelectHTMLAttributes<HTMLSelectElement>) {
  const [frame, select] = splitProps(props, FRAME)
  return (
    <Field {...frame}>
      {(described) => <select class="field-input" {...select} {...described} />}
    </Field>
  )
}
