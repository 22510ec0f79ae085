import { createSignal, type JSX, splitProps } from 'solid-js'
import { Button } from './Button'
import { Field } from './Field'

type PasswordFieldProps = { label: string; hint?: JSX.Element; error?: string } & Omit<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  'type'
>

/** A password that can be looked at: a typing error is the commonest reason to be refused. */
export function PasswordField(props: PasswordFieldProps) {
  const [frame, input] = splitProps(props, ['label', 'hint', 'error'])
  const [shown, setShown] = createSignal(false)
  return (
    <Field label={frame.label} hint={frame.hint} error={frame.error}>
      {(described) => (
        <span class="field-with-switch">
          <input
            class="field-input"
            {...input}
            {...described}
            type={shown() ? 'text' : 'password'}
            autocapitalize="off"
            spellcheck={false}
          />
          <Button
            kind="text"
            class="field-switch"
            aria-label={shown() ? 'Hide password' : 'Show password'}
            aria-pressed={shown()}
            onClick={() => setShown((is) => !is)}
          >
            {shown() ? 'Hide' : 'Show'}
          </Button>
        </span>
      )}
    </Field>
  )
}
