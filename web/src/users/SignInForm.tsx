import { createSignal, type JSX, Show } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { PasswordField } from '../ui/PasswordField'
import { signedInAs } from './me'
import { words } from './words'
import './forms.css'

/** Everything typed stays when it is refused. `onDone` is called once the page knows who is here. */
export function SignInForm(props: { onDone?: () => void; children?: JSX.Element }) {
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refusal>()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (busy()) return
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '')
    setBusy(true)
    setRefusal(undefined)
    try {
      const answer = await api.auth.login.$post({
        json: { email: text('email'), password: text('password') },
      })
      await signedInAs((await answer.json()).user)
      props.onDone?.()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={words.email}
        name="email"
        type="email"
        autocomplete="username"
        required
        error={refusal()?.about('email')}
      />
      <PasswordField
        label={words.password}
        name="password"
        autocomplete="current-password"
        required
        error={refusal()?.about('password')}
      />
      <Show when={refusal()?.details.length === 0 && refusal()}>
        {(refused) => (
          <p class="field-error" role="alert">
            {refused().message}
          </p>
        )}
      </Show>
      <Button kind="main" type="submit" wide busy={busy()}>
        {busy() ? words.signingIn : words.signIn}
      </Button>
      {props.children}
    </form>
  )
}
