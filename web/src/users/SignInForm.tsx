import { createSignal, type JSX, Show } from 'solid-js'
import { api } from '../api'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { PasswordField } from '../ui/PasswordField'
import { ForgotPassword } from './ForgotPassword'
import { signedInAs } from './me'
import { Refused } from './Refused'
import { useForm } from './use-sending'
import { words } from './words'

type SignInFormProps = { onDone?: () => void; children?: JSX.Element }

/** The way in, and in its place the way for who forgot the password: the email goes along. */
export function SignInForm(props: SignInFormProps) {
  const [email, setEmail] = createSignal('')
  const [hasForgotten, setHasForgotten] = createSignal(false)
  let place: HTMLDivElement | undefined
  const swap = (forgotten: boolean) => {
    setHasForgotten(forgotten)
    // What was pressed is gone, and would take the focus along.
    place?.querySelector('input')?.focus()
  }
  return (
    <div ref={place}>
      <Show
        when={hasForgotten()}
        fallback={
          <Credentials
            {...props}
            email={email()}
            onEmail={setEmail}
            onForgotten={() => swap(true)}
          />
        }
      >
        <div class="stack">
          <ForgotPassword email={email()} />
          <p>
            <Button kind="text" onClick={() => swap(false)}>
              {words.backToSignIn}
            </Button>
          </p>
        </div>
      </Show>
    </div>
  )
}

type CredentialsProps = SignInFormProps & {
  email: string
  onEmail: (email: string) => void
  onForgotten: () => void
}

/** Everything typed stays when it is refused. `onDone` is called once the page knows who is here. */
function Credentials(props: CredentialsProps) {
  const { submit, busy, refusal } = useForm(async (typed) => {
    const json = { email: typed('email'), password: typed('password') }
    const answer = await api.auth.login.$post({ json })
    await signedInAs((await answer.json()).user)
    props.onDone?.()
  })
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={words.email}
        name="email"
        type="email"
        autocomplete="username"
        required
        missing={words.emailNeeded}
        value={props.email}
        onInput={(event) => props.onEmail(event.currentTarget.value)}
        error={refusal()?.about('email')}
      />
      <PasswordField
        label={words.password}
        name="password"
        autocomplete="current-password"
        required
        missing={words.passwordNeeded}
        error={refusal()?.about('password')}
      />
      <Refused refusal={refusal()} />
      <Button kind="main" type="submit" wide busy={busy()}>
        {busy() ? words.signingIn : words.signIn}
      </Button>
      <p class="quiet">
        <Button kind="text" onClick={props.onForgotten}>
          {words.forgot}
        </Button>
      </p>
      {props.children}
    </form>
  )
}
