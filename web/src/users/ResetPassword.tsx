import { api } from '../api'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { signedOut } from './me'
import { NewPasswordField } from './NewPasswordField'
import { Refused } from './Refused'
import { useForm } from './use-sending'
import { words } from './words'

/** Chooses the password of whoever holds the link's token. */
export function ResetPassword(props: {
  token: string
  onChanged: () => void
  onLinkEnded: () => void
}) {
  const { submit, busy, refusal } = useForm(async (typed) => {
    const json = { token: props.token, password: typed('password') }
    try {
      await api.auth['reset-password'].$post({ json })
    } catch (error) {
      if (!isOfLink(error)) throw error
      return props.onLinkEnded()
    }
    props.onChanged()
    await signedOut()
  })
  return (
    <form class="stack" onSubmit={submit}>
      <NewPasswordField
        label={words.newPassword}
        name="password"
        error={refusal()?.about('password')}
      />
      <Refused refusal={refusal()} />
      <Button kind="main" type="submit" wide busy={busy()}>
        {busy() ? words.saving : words.chooseNewPassword}
      </Button>
    </form>
  )
}

/** Used, too old, or never one of ours: there is only one way on. */
export function isOfLink(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false
  return error.code === 'link_ended' || error.about('token') !== undefined
}
