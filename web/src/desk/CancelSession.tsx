import { createSignal, Show } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { say } from '../ui/Say'
import type { DeskSession } from './queries'
import { refreshDesk } from './refresh'
import { cancelConsequence, words } from './words'

const REASON_MAX = 500

/** The button, and the dialog that says what it means before it is done. */
export function CancelSession(props: { session: DeskSession; small?: boolean }) {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <Button kind={props.small ? 'text' : 'outline'} onClick={() => setIsOpen(true)}>
        {props.small ? words.cancelShort : words.cancelThis}
        <Show when={props.small}>
          <span class="hidden-visually"> {props.session.title}</span>
        </Show>
      </Button>
      <Dialog
        open={isOpen()}
        title={`Cancel ${props.session.title}?`}
        onClose={() => setIsOpen(false)}
      >
        <Show when={isOpen()}>
          <CancelForm session={props.session} onDone={() => setIsOpen(false)} />
        </Show>
      </Dialog>
    </>
  )
}

function CancelForm(props: { session: DeskSession; onDone: () => void }) {
  const [reason, setReason] = createSignal('')
  const [isBusy, setIsBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<string>()

  const cancel = async (event: SubmitEvent) => {
    event.preventDefault()
    setIsBusy(true)
    setRefusal(undefined)
    try {
      const param = { id: String(props.session.id) }
      await api.sessions[':id'].cancel.$post({ param, json: { reason: reason() } })
      props.onDone()
      say(words.cancelled)
      await refreshDesk()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error.isDefinite ? error.message : words.couldNotTell)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <form class="cancel-form" onSubmit={cancel}>
      <p>{cancelConsequence(props.session.taken)}</p>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        error={refusal()}
        maxlength={REASON_MAX}
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <DialogActions>
        <Button kind="danger" type="submit" busy={isBusy()}>
          {words.cancelThis}
        </Button>
        <Button onClick={props.onDone}>{words.keepIt}</Button>
      </DialogActions>
    </form>
  )
}
