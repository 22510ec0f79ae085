import { createSignal } from 'solid-js'
import { api } from '../api'
import { useSite } from '../site/site'
import { Button } from '../ui/Button'
import { DialogActions } from '../ui/Dialog'
import { DialogButton } from '../ui/DialogButton'
import { TextArea } from '../ui/Field'
import { say } from '../ui/Say'
import { createAsk } from './ask'
import type { DeskSession } from './queries'
import { refreshDesk } from './refresh'
import { cancelConsequence, words } from './words'

const REASON_MAX = 500

/** The button, and the dialog that says what it means before it is done. */
export function CancelSession(props: { session: DeskSession; small?: boolean }) {
  // Asked for with the page: a form that had to wait for it would take the page away meanwhile.
  const site = useSite()
  return (
    <DialogButton
      kind={props.small ? 'text' : 'outline'}
      label={props.small ? words.cancelShort : words.cancelThis}
      of={props.small ? props.session.title : undefined}
      title={`Cancel ${props.session.title}?`}
    >
      {(close) => (
        <CancelForm session={props.session} sendsMail={site.latest?.mail === true} onDone={close} />
      )}
    </DialogButton>
  )
}

function CancelForm(props: { session: DeskSession; sendsMail: boolean; onDone: () => void }) {
  const [reason, setReason] = createSignal('')
  const { ask, busy, refused, problemAt } = createAsk(async () => {
    const param = { id: String(props.session.id) }
    await api.sessions[':id'].cancel.$post({ param, json: { reason: reason() } })
    props.onDone()
    say(words.cancelled)
    await refreshDesk()
  })
  return (
    <form class="desk-dialog" onSubmit={ask}>
      <p>{cancelConsequence(props.session, props.sendsMail)}</p>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        error={problemAt('reason') ?? refused()}
        maxlength={REASON_MAX}
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <DialogActions>
        <Button kind="danger" type="submit" busy={busy()}>
          {words.cancelThis}
        </Button>
        <Button onClick={props.onDone}>{words.keepIt}</Button>
      </DialogActions>
    </form>
  )
}
