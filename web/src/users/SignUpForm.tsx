import { createSignal, type JSX, Show } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { useSite } from '../site/site'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { TextArea, TextField } from '../ui/Field'
import { PasswordField } from '../ui/PasswordField'
import { readersZone } from '../ui/times'
import { signedInAs } from './me'
import { words } from './words'
import './forms.css'

type Role = 'user' | 'facilitator'

/** A new account, signed in at once. `onDone` is called once the page knows who is here. */
export function SignUpForm(props: { onDone?: () => void; children?: JSX.Element }) {
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refusal>()
  const [role, setRole] = createSignal<Role>('user')
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (busy()) return
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setRefusal(undefined)
    try {
      const answer = await api.auth.register.$post({ json: registration(fields, role()) })
      await signedInAs((await answer.json()).user)
      props.onDone?.()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form class="stack" onSubmit={submit}>
      <RoleChoice role={role()} onChoose={setRole} />
      <TextField
        label={words.name}
        name="name"
        autocomplete="name"
        required
        maxLength={100}
        error={refusal()?.about('name')}
      />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autocomplete="username"
        required
        error={refusal()?.about('email')}
      />
      <PasswordField
        label={words.password}
        name="password"
        autocomplete="new-password"
        minLength={8}
        maxLength={128}
        required
        hint={words.passwordHint}
        error={refusal()?.about('password')}
      />
      <Show when={role() === 'facilitator'}>
        <AboutFacilitator refusal={refusal()} />
      </Show>
      <Show when={refusal()?.details.length === 0 && refusal()}>
        {(refused) => (
          <p class="field-error" role="alert">
            {refused().message}
          </p>
        )}
      </Show>
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

function AboutFacilitator(props: { refusal: Refusal | undefined }) {
  return (
    <>
      <TextField
        label={words.specialization}
        name="specialization"
        maxLength={200}
        hint={words.specializationHint}
        error={props.refusal?.about('specialization')}
      />
      <TextArea
        label={words.bio}
        name="bio"
        maxLength={2000}
        hint={words.bioHint}
        error={props.refusal?.about('bio')}
      />
    </>
  )
}

function registration(fields: FormData, role: Role) {
  const text = (name: string) => String(fields.get(name) ?? '')
  return {
    name: text('name'),
    email: text('email'),
    password: text('password'),
    role,
    bio: text('bio'),
    specialization: text('specialization'),
    time_zone: readersZone(),
  }
}
