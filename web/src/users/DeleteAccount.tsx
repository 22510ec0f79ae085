import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../api'
import { paths } from '../paths'
import type { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { PasswordField } from '../ui/PasswordField'
import { say } from '../ui/Say'
import { readersZone, shortDay } from '../ui/times'
import { type Me, signedOut } from './me'
import { Refused } from './Refused'
import { useForm } from './use-sending'
import { words } from './words'
import './account.css'

export function DeleteAccount(props: { user: Me }) {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <Button kind="text" onClick={() => setIsOpen(true)}>
        {words.deleteAccount}
      </Button>
      <Dialog open={isOpen()} title={words.deleteQuestion} onClose={() => setIsOpen(false)}>
        <Show when={isOpen()}>
          <Farewell user={props.user} onClose={() => setIsOpen(false)} />
        </Show>
      </Dialog>
    </>
  )
}

/** Says what is lost before it is, and asks for the password. */
function Farewell(props: { user: Me; onClose: () => void }) {
  const navigate = useNavigate()
  const { submit, busy, refusal } = useForm(async (typed) => {
    await api.auth.me.$delete({ json: { password: typed('password') } })
    // Away first: this page is for somebody who is signed in, and would ask for that again.
    navigate(paths.home)
    await signedOut()
    say(words.deleted)
  })
  return (
    <form class="stack" onSubmit={submit}>
      <p>{words.deleteMeans}</p>
      <Show when={props.user.facilitator}>
        <p>{words.deleteMeansForFacilitator}</p>
      </Show>
      <Show when={props.user.has_password}>
        <PasswordField
          label={words.yourPassword}
          name="password"
          autocomplete="current-password"
          required
          missing={words.ownPasswordNeeded}
          error={refusal()?.about('password')}
        />
      </Show>
      <Refused refusal={refusal()} />
      <SessionsThatRemain refusal={refusal()} />
      <DialogActions>
        <Button kind="danger" type="submit" busy={busy()}>
          {busy() ? words.deleting : words.deleteAccount}
        </Button>
        <Button onClick={props.onClose}>{words.keepAccount}</Button>
      </DialogActions>
    </form>
  )
}

type Remaining = { id: number; title: string; start_time: string }

function SessionsThatRemain(props: { refusal: Refusal | undefined }) {
  const sessions = () =>
    props.refusal?.code === 'sessions_remain' ? (props.refusal.extra.sessions as Remaining[]) : []
  return (
    <Show when={sessions().length > 0}>
      <ul>
        <For each={sessions()}>
          {({ id, title, start_time }) => (
            <li class="account-remaining">
              <a href={paths.deskSession(id)}>{title}</a>
              <span class="quiet">{shortDay(start_time, readersZone())}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
