import { createSignal, For, Show } from 'solid-js'
import { api } from '../api'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { PasswordField } from '../ui/PasswordField'
import { say } from '../ui/Say'
import { FacilitatorFields } from './FacilitatorFields'
import { type Me, signedInAs } from './me'
import { Refused } from './Refused'
import { type Typed, useForm } from './use-sending'
import { words } from './words'

const ZONES = Intl.supportedValuesOf('timeZone')

/** Who one is here. Another email asks for the password, so an unlocked screen is not enough. */
export function ProfileForm(props: { user: Me }) {
  const [email, setEmail] = createSignal(props.user.email)
  const isMoving = () => email().trim().toLowerCase() !== props.user.email
  const { submit, busy, refusal } = useForm(async (typed) => {
    const answer = await api.auth.me.$patch({ json: changes(typed, props.user) })
    await signedInAs((await answer.json()).user)
    say(words.saved)
  })
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={words.name}
        name="name"
        autocomplete="name"
        required
        missing={words.nameNeeded}
        maxLength={100}
        value={props.user.name}
        error={refusal()?.about('name')}
      />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autocomplete="email"
        required
        missing={words.emailForAccount}
        value={props.user.email}
        onInput={(event) => setEmail(event.currentTarget.value)}
        error={refusal()?.about('email')}
      />
      <Show when={isMoving() && props.user.has_password}>
        <PasswordField
          label={words.yourPassword}
          name="password"
          autocomplete="current-password"
          required
          missing={words.ownPasswordNeeded}
          hint={words.newEmailAsks}
          error={refusal()?.about('password')}
        />
      </Show>
      <TextField
        label={words.timeZone}
        name="time_zone"
        list="account-time-zones"
        autocomplete="off"
        spellcheck={false}
        required
        missing={words.timeZoneNeeded}
        value={props.user.time_zone}
        hint={words.timeZoneHint}
        error={refusal()?.about('time_zone')}
      />
      <datalist id="account-time-zones">
        <For each={ZONES}>{(zone) => <option value={zone} />}</For>
      </datalist>
      <Show when={props.user.facilitator}>
        {(facilitator) => (
          <FacilitatorFields
            refusal={refusal()}
            specialization={facilitator().specialization}
            bio={facilitator().bio}
          />
        )}
      </Show>
      <Refused refusal={refusal()} />
      <Button kind="main" type="submit" wide busy={busy()}>
        {busy() ? words.saving : words.save}
      </Button>
    </form>
  )
}

function changes(typed: Typed, user: Me) {
  const profile = { name: typed('name'), time_zone: typed('time_zone') }
  const email = { email: typed('email'), password: typed('password') }
  const facilitator = user.facilitator && {
    bio: typed('bio'),
    specialization: typed('specialization'),
  }
  return { ...profile, ...email, ...facilitator }
}
