import { createSignal, type JSX, Show } from 'solid-js'
import { api } from '../api'
import { useSite } from '../site/site'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { TextField } from '../ui/Field'
import { readersZone } from '../ui/times'
import { FacilitatorFields } from './FacilitatorFields'
import { signedInAs } from './me'
import { NewPasswordField } from './NewPasswordField'
import { Refused } from './Refused'
import { type Typed, useForm } from './use-sending'
import { words } from './words'

type Role = 'user' | 'facilitator'

/** A new account, signed in at once. `onDone` is called once the page knows who is here. */
export function SignUpForm(props: { onDone?: () => void; children?: JSX.Element }) {
  const [role, setRole] = createSignal<Role>('user')
  const { submit, busy, refusal } = useForm(async (typed) => {
    const answer = await api.auth.register.$post({ json: registration(typed, role()) })
    await signedInAs((await answer.json()).user)
    props.onDone?.()
  })
  return (
    <form class="stack" onSubmit={submit}>
      <RoleChoice role={role()} onChoose={setRole} />
      <TextField
        label={words.name}
        name="name"
        autocomplete="name"
        required
        missing={words.nameNeeded}
        maxLength={100}
        error={refusal()?.about('name')}
      />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autocomplete="username"
        required
        missing={words.emailForAccount}
        error={refusal()?.about('email')}
      />
      <NewPasswordField
        label={words.password}
        name="password"
        error={refusal()?.about('password')}
      />
      <Show when={role() === 'facilitator'}>
        <FacilitatorFields refusal={refusal()} />
      </Show>
      <Refused refusal={refusal()} />
      <Button kind="main" type="submit" wide busy={busy()}>
        {busy() ? words.makingAccount : words.signUp}
      </Button>
      {props.children}
    </form>
  )
}

const ROLES: [Role, string][] = [
  ['user', words.roleUser],
  ['facilitator', words.roleFacilitator],
]

function RoleChoice(props: { role: Role; onChoose: (role: Role) => void }) {
  const site = useSite()
  const signUp = () => site.latest?.facilitator_signup ?? 'closed'
  return (
    <Show when={signUp() !== 'closed'}>
      <Choice
        question={words.role}
        name="role"
        answers={ROLES}
        value={props.role}
        onChoose={props.onChoose}
      >
        <Show when={props.role === 'facilitator' && signUp() === 'approval'}>
          <p class="small">{words.approvalNote}</p>
        </Show>
      </Choice>
    </Show>
  )
}

function registration(typed: Typed, role: Role) {
  return {
    name: typed('name'),
    email: typed('email'),
    password: typed('password'),
    role,
    bio: typed('bio'),
    specialization: typed('specialization'),
    time_zone: readersZone(),
  }
}
