import { api } from '../api'
import { Button } from '../ui/Button'
import { Refused } from './Refused'
import { isOfLink } from './ResetPassword'
import { useSending } from './use-sending'
import { words } from './words'

/** Tells the server that whoever holds the link's token reads that mailbox. */
export function ConfirmEmail(props: {
  token: string
  onConfirmed: () => void
  onLinkEnded: () => void
}) {
  const { send, busy, refusal } = useSending(async () => {
    try {
      await api.auth['verify-email'].$post({ json: { token: props.token } })
    } catch (error) {
      if (!isOfLink(error)) throw error
      return props.onLinkEnded()
    }
    props.onConfirmed()
  })
  return (
    <div class="stack">
      <Refused refusal={refusal()} />
      <Button kind="main" wide busy={busy()} onClick={send}>
        {busy() ? words.confirming : words.confirmEmail}
      </Button>
    </div>
  )
}
