import { PasswordField } from '../ui/PasswordField'
import { words } from './words'

/** One that is about to be kept. */
export function NewPasswordField(props: { name: string; label: string; error?: string }) {
  return (
    <PasswordField
      label={props.label}
      name={props.name}
      autocomplete="new-password"
      minLength={8}
      maxLength={128}
      required
      missing={words.newPasswordNeeded}
      hint={words.passwordHint}
      error={props.error}
    />
  )
}
