import { createSignal, Show, startTransition } from 'solid-js'
import { Button } from '../ui/Button'
import { GoogleLink } from './GoogleLink'
import { SignInForm } from './SignInForm'
import { SignUpForm } from './SignUpForm'
import { words } from './words'

/** Both ways in, where one is needed in the middle of something else. */
export function SignInOrUp(props: { onDone: () => void }) {
  const [isNew, setIsNew] = createSignal(false)
  let place: HTMLDivElement | undefined
  const swap = async (toNew: boolean) => {
    // What was pressed goes, and would take the focus along; the other form may wait for the site.
    await startTransition(() => setIsNew(toNew))
    place?.querySelector('input')?.focus()
  }
  return (
    <div ref={place}>
      <Show
        when={isNew()}
        fallback={
          <SignInForm onDone={props.onDone}>
            <p class="quiet">
              {words.noAccount}{' '}
              <Button kind="text" onClick={() => swap(true)}>
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
            <Button kind="text" onClick={() => swap(false)}>
              {words.signIn}
            </Button>
          </p>
          <GoogleLink />
        </SignUpForm>
      </Show>
    </div>
  )
}
