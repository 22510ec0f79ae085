import { createSignal, Show } from 'solid-js'
import { api } from '../api'
import { useSite } from '../site/site'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { say } from '../ui/Say'
import { createAsk } from './ask'
import { cancelVisitorConsequence, words as peopleWords, removeConsequence } from './people-words'
import type { Attendee, DeskSession } from './queries'
import { refreshDesk } from './refresh'
import { words } from './words'

const REASON_MAX = 2_000

/**
 * Takes a seat back from one who booked, or a place on the list; the dialog says what that person will read. It stands
 * beside the list, not in a row: the rows are made anew with every booking that arrives.
 */
export function CancelVisitor(props: {
  booking: Attendee | undefined
  type: DeskSession['session_type']
  onClose: () => void
}) {
  // Asked for with the page: a form that had to wait for it would take the page away meanwhile.
  const site = useSite()
  return (
    <Dialog
      open={props.booking !== undefined}
      title={titleOf(props.booking)}
      onClose={props.onClose}
    >
      <Show when={props.booking}>
        {(booking) => (
          <CancelForm
            booking={booking()}
            type={props.type}
            sendsMail={site.latest?.mail === true}
            onDone={props.onClose}
          />
        )}
      </Show>
    </Dialog>
  )
}

function titleOf(booking: Attendee | undefined): string {
  if (!booking) return ''
  const { name } = booking.user
  return isWaiting(booking) ? peopleWords.removeWho(name) : peopleWords.cancelVisitor(name)
}

const isWaiting = ({ state }: Attendee) => state === 'waitlisted' || state === 'offered'

function CancelForm(props: {
  booking: Attendee
  type: DeskSession['session_type']
  sendsMail: boolean
  onDone: () => void
}) {
  let form: HTMLFormElement | undefined
  const [reason, setReason] = createSignal('')
  const { ask, busy, refused, problemAt } = createAsk(async () => {
    const param = { id: String(props.booking.id) }
    const answer = await api.facilitator.bookings[':id'].cancel.$post({
      param,
      json: { reason: reason() },
    })
    // Read before the list is: then they may be in another state, or gone.
    const removed = isWaiting(props.booking)
      ? peopleWords.removed(props.booking.user.name)
      : undefined
    const { message } = await answer.json()
    const list = form?.closest('section')
    props.onDone()
    say(removed ?? message)
    await refreshDesk()
    requestAnimationFrame(() => keepFocusAt(list?.querySelector('h2')))
  })
  return (
    <form class="desk-dialog" ref={form} onSubmit={ask}>
      <p>
        {isWaiting(props.booking)
          ? removeConsequence(props.booking, props.sendsMail)
          : cancelVisitorConsequence(props.booking, props.type, props.sendsMail)}
      </p>
      <TextArea
        label={words.reason}
        hint={peopleWords.visitorReasonHint(props.booking.user.name)}
        error={problemAt('reason') ?? refused()}
        maxlength={REASON_MAX}
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <DialogActions>
        <Button kind="danger" type="submit" busy={busy()}>
          {isWaiting(props.booking) ? peopleWords.removeFromList : peopleWords.cancelBooking}
        </Button>
        <Button onClick={props.onDone}>{peopleWords.keepBooking}</Button>
      </DialogActions>
    </form>
  )
}

/** The button that was pressed has gone with its row, and the focus with it. */
function keepFocusAt(heading: HTMLElement | null | undefined) {
  if (!heading || document.activeElement !== document.body) return
  heading.tabIndex = -1
  heading.focus()
}
