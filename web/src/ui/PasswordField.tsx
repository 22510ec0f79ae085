import { createSignal, type JSX, splitProps } from 'solid-js'
import { Button } from './Button'
import { Field, FRAME, type Frame } from './Field'

type PasswordFieldProps = Frame & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'type'>

/** A password that can be looked at: a typing error is the commonest reason to be refused. */
export function PasswordField(props: PasswordFieldProps) {
  const [frame, input] = splitProps(props, FRAME)
  const [shown, setShown] = createSignal(false)
  return (
    <Field {...frame}>
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
