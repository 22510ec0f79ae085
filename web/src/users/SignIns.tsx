import { createAsync, revalidate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { api, orKeep } from '../api'
import { Button } from '../ui/Button'
import { say } from '../ui/Say'
import { fromNow } from '../ui/times'
import { deviceName } from './device'
import { Refused } from './Refused'
import { type SignIn, signIns } from './sign-ins'
import { useSending } from './use-sending'
import { words } from './words'
import './account.css'

export function SignIns() {
  const list = createAsync((last: SignIn[] | undefined) => orKeep(last, signIns()))
  return (
    <ul>
      <For each={list()}>{(signIn) => <SignInRow signIn={signIn} />}</For>
    </ul>
  )
}

function SignInRow(props: { signIn: SignIn }) {
  const device = () => deviceName(props.signIn.user_agent)
  const { send, busy, refusal } = useSending(async () => {
    await api.auth['sign-ins'][':id'].$delete({ param: { id: props.signIn.id } })
    say(words.signInEnded(device()))
    await revalidate(signIns.key)
  })
  return (
    <li class="account-sign-in">
      <div>
        <p>{device()}</p>
        <p class="quiet">
          {props.signIn.current
            ? words.thisOne
            : words.lastUsed(fromNow(props.signIn.last_used_at))}
        </p>
        <Refused refusal={refusal()} />
      </div>
      {/* The one in use ends by signing out, which stands below. */}
      <Show when={!props.signIn.current}>
        <Button kind="text" busy={busy()} onClick={send} aria-label={words.endSignIn(device())}>
          {words.end}
        </Button>
      </Show>
    </li>
  )
}
