import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { countUnsent } from '../door/unsent'
import { paths } from '../paths'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { say } from '../ui/Say'
import { type Me, signOut } from './me'
import { unsentWords, words } from './words'

/** Signing out forgets what the door keeps on this phone: what nobody else has yet is told before. */
export function SignOut(props: { user: Me }) {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const [unsent, setUnsent] = createSignal(0)

  const ask = async () => {
    const count = props.user.facilitator ? await countUnsent(props.user.id) : 0
    if (count > 0) setUnsent(count)
    else await leave()
  }
  const leave = async () => {
    setBusy(true)
    try {
      // Away first: this page is for somebody who is signed in, and would ask for that again.
      navigate(paths.home)
      await signOut()
      say(words.signedOut)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      say(`You are still signed in. ${error.message}`)
    } finally {
      setBusy(false)
    }
  }
  const stay = () => setUnsent(0)

  return (
    <>
      <Button busy={busy()} onClick={ask}>
        {words.signOut}
      </Button>
      <Dialog open={unsent() > 0} title={unsentWords(unsent())} onClose={stay}>
        <p>{words.unsentMeans}</p>
        <DialogActions>
          <Button kind="danger" busy={busy()} onClick={leave}>
            {words.signOutAnyway}
          </Button>
          <Button onClick={stay}>{words.staySignedIn}</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
