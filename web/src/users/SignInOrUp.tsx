import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/Button'
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
      </SignUpForm>
    </Show>
  )
}
