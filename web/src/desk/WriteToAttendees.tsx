import { createSignal } from 'solid-js'
import { api } from '../api'
import { useSite } from '../site/site'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { DialogActions } from '../ui/Dialog'
import { DialogButton } from '../ui/DialogButton'
import { TextArea, TextField } from '../ui/Field'
import type { Undo } from '../ui/Undo'
import { createAsk } from './ask'
import { letterWords, words as peopleWords, writeWords } from './people-words'
import type { DeskSession } from './queries'
import { undoSending } from './undo-sending'
import { words as deskWords } from './words'

const SUBJECT_MAX = 200
const TEXT_MAX = 5_000

/**
 * A letter to everybody who has booked, or to those of these bookings; where the site sends no
 * mail, why not.
 */
export function WriteToAttendees(props: {
  session: DeskSession
  to: number[]
  /** Where it is said that it goes out, with the way back. */
  undo: Undo
}) {
  const site = useSite()
  return (
    <DialogButton
      small
      keep
      label={writeWords(props.to.length)}
      title={`Write about ${props.session.title}`}
      because={site.latest?.mail === false && peopleWords.noMail}
    >
      {(close) => <MessageForm {...props} onDone={close} />}
    </DialogButton>
  )
}

function MessageForm(props: {
  session: DeskSession
  to: number[]
  undo: Undo
  onDone: () => void
}) {
  const [subject, setSubject] = createSignal('')
  const [text, setText] = createSignal('')
  const write = (words: { subject: string; text: string }) => {
    setSubject(words.subject)
    setText(words.text)
  }
  const { ask, busy, refused, problemAt } = createAsk(async (key) => {
    const written = { subject: subject(), text: text() }
    const answer = await api.facilitator.sessions[':id'].messages.$post({
      param: { id: String(props.session.id) },
      header: { 'idempotency-key': key },
      json: { ...written, to: props.to.length > 0 ? props.to : 'all' },
    })
    const sent = await answer.json()
    props.onDone()
    write({ subject: '', text: '' })
    // What is taken back stands in the form again.
    props.undo.offer(undoSending(sent, () => write(written)))
  })
  return (
    <form class="desk-dialog" onSubmit={ask}>
      <p>{letterWords(props.to.length)}</p>
      <TextField
        label={peopleWords.subject}
        required
        missing={peopleWords.subjectNeeded}
        maxlength={SUBJECT_MAX}
        error={problemAt('subject')}
        value={subject()}
        onInput={(event) => setSubject(event.currentTarget.value)}
      />
      <TextArea
        label={peopleWords.message}
        required
        missing={peopleWords.messageNeeded}
        rows={6}
        maxlength={TEXT_MAX}
        error={problemAt('text')}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Alert says={refused()} />
      <DialogActions>
        <Button kind="main" type="submit" busy={busy()}>
          {peopleWords.send}
        </Button>
        <Button onClick={props.onDone}>{deskWords.notNow}</Button>
      </DialogActions>
    </form>
  )
}
