import { createSignal } from 'solid-js'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { SignInForm } from '../users/SignInForm'
import { words } from './words'

/** The sign-in ended while she was at work: she signs in over the page, and everything on it stays. */
export function SignInAgain() {
  const [isOpen, setIsOpen] = createSignal(true)
  return (
    <>
      <p class="desk-page sign-in-again">
        {words.signInAgainWhy}{' '}
        <Button kind="text" onClick={() => setIsOpen(true)}>
          {words.signInAgain}
        </Button>
      </p>
      <Dialog open={isOpen()} title={words.signInAgain} onClose={() => setIsOpen(false)}>
        <p class="quiet">{words.signInAgainWhy}</p>
        <SignInForm />
      </Dialog>
    </>
  )
}
