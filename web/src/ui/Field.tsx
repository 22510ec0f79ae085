import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import './field.css'

type Frame = {
  label: string
  /** Said beside the label: what is meant, or why it is asked. */
  hint?: JSX.Element
  /** What is wrong with what was typed. */
  error?: string
}

export type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }

/** Label, control, hint and error, tied together for those who listen. The control is a child function. */
export function Field(props: Frame & { children: (described: Described) => JSX.Element }) {
  const id = createUniqueId()
  const described = (): Described => {
    const ids = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : '']
    return {
      id,
      'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
      'aria-invalid': props.error ? 'true' : undefined,
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
    <div class="field-frame">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      {props.children(live)}
      <Show when={props.hint}>
        <p class="small" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={`${id}-error`} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  )
}

export function TextField(props: Frame & JSX.InputHTMLAttributes<HTMLInputElement>) {
  const [frame, input] = splitProps(props, ['label', 'hint', 'error'])
  return (
    <Field label={frame.label} hint={frame.hint} error={frame.error}>
      {(described) => <input class="field-input" type="text" {...input} {...described} />}
    </Field>
  )
}

export function TextArea(props: Frame & JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const [frame, area] = splitProps(props, ['label', 'hint', 'error'])
  return (
    <Field label={frame.label} hint={frame.hint} error={frame.error}>
      {(described) => <textarea class="field-input" rows={3} {...area} {...described} />}
    </Field>
  )
}

export function Select(props: Frame & JSX.SelectHTMLAttributes<HTMLSelectElement>) {
  const [frame, select] = splitProps(props, ['label', 'hint', 'error'])
  return (
    <Field label={frame.label} hint={frame.hint} error={frame.error}>
      {(described) => <select class="field-input" {...select} {...described} />}
    </Field>
  )
}
