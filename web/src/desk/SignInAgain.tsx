import { useInbox } from '../notifications/inbox-context'
import { Dialog } from '../ui/Dialog'
import { SignInForm } from '../users/SignInForm'
import { words } from './words'

/** The sign-in ended while she was at work: she signs in over the page, and everything on it stays. */
export function SignInAgain() {
  const { wake } = useInbox()
  return (
    <Dialog open title={words.signInAgain} onClose={() => {}}>
      <p class="quiet">{words.signInAgainWhy}</p>
      <SignInForm onDone={wake} />
    </Dialog>
  )
}
