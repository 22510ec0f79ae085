import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/Button'
import { GoogleLink } from './GoogleLink'
import { SignInForm } from './SignInForm'
import { SignUpForm } from './SignUpForm'
import { words } from './words'

/** Both ways in, where one is needed in the middle of something else. */
export function SignInOrUp(props: { onDone: () => void }) {
  const [isNew, setIsNew] = createSignal(false)
  return (
    <Show
      when={isNew()}
      fallback={
        <SignInForm onDone={props.onDone}>
          <p class="quiet">
            {words.noAccount}{' '}
            <Button kind="text" onClick={() => setIsNew(true)}>
              {words.signUp}
            </Button>
          </p>
          <GoogleLink />
        </SignInForm>
      }
    >
      <SignUpForm onDone={props.onDone}>
        <p class="quiet">
          {words.haveAccount}{' '}
          <Button kind="text" onClick={() => setIsNew(false)}>
            {words.signIn}
          </Button>
        </p>
        <GoogleLink />
      </SignUpForm>
    </Show>
  )
}
