import { Show } from 'solid-js'
import { seatNoun, when } from '../sessions/words'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { postCancel } from './asks'
import type { MyBooking } from './mine'
import type { Answered } from './use-asking'
import { useGivingBack } from './use-giving-back'
import { givingBackMeans } from './words'

/** Says what cancelling means before it is done. Cancelling again what is cancelled does no harm. */
export function CancelBooking(props: {
  booking: MyBooking | undefined
  onClose: () => void
  /** Says so, where it can also be booked again. */
  onCancelled: (cancelled: Answered) => void
}) {
  return (
    <Dialog
      open={props.booking !== undefined}
      title="Cancel this booking?"
      onClose={() => props.onClose()}
    >
      <Show when={props.booking}>{(booking) => <Cancelling {...props} booking={booking()} />}</Show>
    </Dialog>
  )
}

function Cancelling(props: {
  booking: MyBooking
  onClose: () => void
  onCancelled: (cancelled: Answered) => void
}) {
  const session = () => props.booking.session
  const party = () => props.booking.party_size
  const noun = () => {
    const words = seatNoun(session().session_type)
    return party() === 1 ? words.one : words.other
  }
  const { giveBack, busy, refusal } = useGivingBack(
    () => postCancel(props.booking.id),
    () => props.onClose(),
    props.onCancelled,
  )
  return (
    <>
      <div>
        <p>{session().title}</p>
        <p class="quiet">{when(session())}</p>
      </div>
      <p>{givingBackMeans(props.booking, party(), Date.now())}</p>
      <Alert says={refusal()?.message} />
      <DialogActions>
        <Button kind="danger" busy={busy()} onClick={giveBack}>
          {busy() ? 'Cancelling' : 'Cancel this booking'}
        </Button>
        {/* What one comes upon first does no harm. */}
        <Button onClick={props.onClose} autofocus>
          Keep my {noun()}
        </Button>
      </DialogActions>
    </>
  )
}
