import { revalidate } from '@solidjs/router'
import { Show } from 'solid-js'
import { api } from '../api'
import { useSite } from '../site/site'
import { Button } from '../ui/Button'
import { say } from '../ui/Say'
import { type Me, me } from './me'
import { Refused } from './Refused'
import { useSending } from './use-sending'
import { words } from './words'
import './account.css'

/** An email that nobody has confirmed, where a letter could; nothing waits for it. */
export function EmailState(props: { user: Me }) {
  const site = useSite()
  const { send, busy, refusal } = useSending(async () => {
    const answer = await api.auth['verify-email'].send.$post()
    const { sent } = await answer.json()
    say(sent ? words.letterSent(props.user.email) : `${words.emailConfirmed}.`)
    if (!sent) await revalidate(me.key)
  })
  const canBeConfirmed = () => (site.latest?.mail_state ?? 'off') !== 'off'
  return (
    <Show when={!props.user.email_verified && canBeConfirmed()}>
      <div class="account-notice">
        <p class="quiet">{words.emailUnconfirmed}</p>
        <Button kind="text" busy={busy()} onClick={send}>
          {words.sendAgain}
        </Button>
        <Refused refusal={refusal()} />
      </div>
    </Show>
  )
}
