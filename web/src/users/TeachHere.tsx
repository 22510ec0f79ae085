import { useNavigate } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { api } from '../api'
import { paths } from '../paths'
import { useSite } from '../site/site'
import { Button } from '../ui/Button'
import { Contact } from './Contact'
import { FacilitatorFields } from './FacilitatorFields'
import { signedInAs } from './me'
import { Refused } from './Refused'
import { useForm } from './use-sending'
import { words } from './words'
import './account.css'

/** How a user becomes a facilitator here: at once, once somebody approves, or not by oneself. */
export function TeachHere() {
  const site = useSite()
  const signUp = () => site.latest?.facilitator_signup
  return (
    <Switch>
      <Match when={signUp() === 'closed'}>
        <p>{words.teachClosed}</p>
        <Contact />
      </Match>
      <Match when={signUp()}>
        <p>{signUp() === 'approval' ? words.approvalNote : words.teachOpen}</p>
        <TeachForm />
      </Match>
    </Switch>
  )
}

function TeachForm() {
  const navigate = useNavigate()
  const { submit, busy, refusal } = useForm(async (typed) => {
    const json = { bio: typed('bio'), specialization: typed('specialization') }
    const answer = await api.auth.me.teach.$post({ json })
    await signedInAs((await answer.json()).user)
    navigate(paths.desk)
  })
  return (
    <details>
      <summary class="account-more">{words.becomeFacilitator}</summary>
      <form class="stack" onSubmit={submit}>
        <FacilitatorFields refusal={refusal()} />
        <Refused refusal={refusal()} />
        <Button kind="main" type="submit" wide busy={busy()}>
          {busy() ? words.saving : words.becomeFacilitator}
        </Button>
      </form>
    </details>
  )
}
