import { revalidate } from '@solidjs/router'
import { Show } from 'solid-js'
import { api } from '../api'
import { Button } from '../ui/Button'
import { PasswordField } from '../ui/PasswordField'
import { say } from '../ui/Say'
import { type Me, me } from './me'
import { NewPasswordField } from './NewPasswordField'
import { Refused } from './Refused'
import { signIns } from './sign-ins'
import { useForm } from './use-sending'
import { words } from './words'
import './account.css'

/** Another password, or a first one for an account that came by Google. */
export function ChangePassword(props: { user: Me }) {
  let disclosure: HTMLDetailsElement | undefined
  const { submit, busy, refusal } = useForm(async (typed, form) => {
    const json = {
      current_password: typed('current_password'),
      new_password: typed('new_password'),
    }
    await api.auth['change-password'].$post({ json })
    form.reset()
    if (disclosure) disclosure.open = false
    say(words.passwordChanged)
    await revalidate([me.key, signIns.key])
  })
  const label = () => (props.user.has_password ? words.changePassword : words.choosePassword)
  return (
    <details ref={disclosure}>
      <summary class="account-more">{label()}</summary>
      <form class="stack" onSubmit={submit}>
        {/* Whose password it is, for the browser that keeps it. */}
        <input type="text" autocomplete="username" value={props.user.email} hidden readOnly />
        <Show when={props.user.has_password}>
          <PasswordField
            label={words.currentPassword}
            name="current_password"
            autocomplete="current-password"
            required
            missing={words.currentPasswordNeeded}
            error={refusal()?.about('current_password')}
          />
        </Show>
        <NewPasswordField
          label={words.newPassword}
          name="new_password"
          error={refusal()?.about('new_password')}
        />
        <p class="small">{words.changeEnds}</p>
        <Refused refusal={refusal()} />
        <Button kind="main" type="submit" wide busy={busy()}>
          {busy() ? words.saving : label()}
        </Button>
      </form>
    </details>
  )
}
