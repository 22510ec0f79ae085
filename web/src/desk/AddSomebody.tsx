import { createSignal, Show } from 'solid-js'
import { api } from '../api'
import { useSite } from '../site/site'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { DialogActions } from '../ui/Dialog'
import { DialogButton } from '../ui/DialogButton'
import { TextArea, TextField } from '../ui/Field'
import { say } from '../ui/Say'
import { Stepper } from '../ui/Stepper'
import type { Undo } from '../ui/Undo'
import '../ui/choice.css'
import { createAsk } from './ask'
import { words as peopleWords } from './people-words'
import type { DeskSession } from './queries'
import { refreshDesk } from './refresh'
import { undoAdding } from './undo-adding'
import { words } from './words'

const PARTY_MAX = 20
const NAME_MAX = 200
const NOTE_MAX = 2_000
/** Said beside the number of seats. */
const SEATS_REFUSED = ['session_full', 'not_enough_seats', 'offer_waiting']

type AddSomebodyProps = {
  session: Pick<DeskSession, 'id' | 'title' | 'session_type'>
  /** Whether they can be here already. */
  isDoorOpen: boolean
  /** Where it is said, with the way back. */
  undo: Undo
  /** Also when it was taken back. */
  onChanged?: () => void
}

/** Somebody on the phone, or at the door without a booking. */
export function AddSomebody(props: AddSomebodyProps) {
  return (
    <DialogButton
      small
      label={peopleWords.add}
      title={`${peopleWords.add}: ${props.session.title}`}
    >
      {(close) => <AddForm {...props} onDone={close} />}
    </DialogButton>
  )
}

function AddForm(props: AddSomebodyProps & { onDone: () => void }) {
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal('')
  const [seats, setSeats] = createSignal(1)
  const [note, setNote] = createSignal('')
  const [isHere, setIsHere] = createSignal(props.isDoorOpen)
  const site = useSite()
  const { onChanged } = props
  const changed = () => {
    onChanged?.()
    return refreshDesk()
  }
  const { ask, busy, refused, problemAt, code } = createAsk(async (key) => {
    const answer = await api.facilitator.sessions[':id'].attendees.$post({
      param: { id: String(props.session.id) },
      header: { 'idempotency-key': key },
      json: {
        ...{ name: name(), email: email(), party_size: seats(), notes: note() },
        check_in: isHere(),
      },
    })
    const added = await answer.json()
    props.onDone()
    const back = undoAdding(added, site.latest?.mail === true, changed)
    props.undo.clear()
    if (back) props.undo.offer(back)
    else say(added.message)
    await changed()
  })
  const isAboutSeats = () => SEATS_REFUSED.includes(code() ?? '')
  const aboutSeats = () => (isAboutSeats() ? refused() : problemAt('party_size'))
  return (
    <form class="desk-dialog" onSubmit={ask}>
      <TextField
        label={peopleWords.addName}
        required
        missing={peopleWords.addNameNeeded}
        autocomplete="off"
        maxlength={NAME_MAX}
        error={problemAt('name')}
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label={peopleWords.addEmail}
        hint={peopleWords.addEmailHint}
        type="email"
        autocomplete="off"
        error={problemAt('email')}
        value={email()}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <Stepper
        label={peopleWords.addSeats(props.session.session_type)}
        value={seats()}
        min={1}
        max={PARTY_MAX}
        onChange={setSeats}
      />
      <Alert says={aboutSeats()} />
      <TextArea
        label={peopleWords.addNote}
        rows={2}
        maxlength={NOTE_MAX}
        error={problemAt('notes')}
        value={note()}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <Show when={props.isDoorOpen}>
        <label class="choice-answer">
          <input
            type="checkbox"
            checked={isHere()}
            onChange={(event) => setIsHere(event.currentTarget.checked)}
          />
          <span>{peopleWords.addHere}</span>
        </label>
      </Show>
      <Alert says={isAboutSeats() ? undefined : refused()} />
      <DialogActions>
        <Button kind="main" type="submit" busy={busy()}>
          {peopleWords.add}
        </Button>
        <Button onClick={props.onDone}>{words.notNow}</Button>
      </DialogActions>
    </form>
  )
}
