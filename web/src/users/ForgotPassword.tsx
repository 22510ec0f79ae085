import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../api'
import { useSite } from '../site/site'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Contact } from './Contact'
import { Refused } from './Refused'
import { useForm } from './use-sending'
import { words } from './words'

/**
 * Asks for a letter with a link. Whether an email has an account is told to nobody; where no letter
 * can be sent, that is said before anything is asked.
 */
export function ForgotPassword(props: { email?: string }) {
  const site = useSite()
  const [sentTo, setSentTo] = createSignal<string>()
  return (
    <Switch fallback={<AskForLetter email={props.email ?? ''} onSent={setSentTo} />}>
      <Match when={site.latest?.mail_state === 'off'}>
        <p>{words.noMail}</p>
        <Contact />
      </Match>
      <Match when={sentTo()}>
        {(email) => (
          // The button is gone that had the focus; here it is read out.
          <div class="stack" tabindex="-1" ref={(node) => queueMicrotask(() => node.focus())}>
            <p>{words.maybeSent(email())}</p>
            <p class="quiet">{words.letterTakesTime}</p>
            <Show when={site.latest?.mail_state === 'refusing'}>
              <p>{words.mailRefused}</p>
              <Contact />
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  )
}

function AskForLetter(props: { email: string; onSent: (email: string) => void }) {
  const { submit, busy, refusal } = useForm(async (typed) => {
    const email = typed('email').trim()
    await api.auth['forgot-password'].$post({ json: { email } })
    props.onSent(email)
  })
  return (
    <form class="stack" onSubmit={submit}>
      <p>{words.forgotHow}</p>
      <TextField
        label={words.email}
        name="email"
        type="email"
        autocomplete="username"
        required
        missing={words.emailForLetter}
        value={props.email}
        error={refusal()?.about('email')}
      />
      <Refused refusal={refusal()} />
      <Button kind="main" type="submit" wide busy={busy()}>
        {busy() ? words.sendingLetter : words.sendLetter}
      </Button>
    </form>
  )
}
