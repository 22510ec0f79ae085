import { createSignal, Show } from 'solid-js'
import { seatNoun, seats, when } from '../sessions/words'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { capital, inWords } from '../ui/numbers'
import { Stepper } from '../ui/Stepper'
import { postReduce } from './asks'
import type { MyBooking } from './mine'
import { useGivingBack } from './use-giving-back'
import { givingBackMeans, words } from './words'

/** Gives back some seats of a party and keeps the others. Doing it twice does no harm. */
export function ReduceBooking(props: { booking: MyBooking | undefined; onClose: () => void }) {
  return (
    <Dialog
      open={props.booking !== undefined}
      title={words.fewerTitle}
      onClose={() => props.onClose()}
    >
      <Show when={props.booking?.id} keyed>
        <Show when={props.booking}>
          {(booking) => <Reducing booking={booking()} onClose={props.onClose} />}
        </Show>
      </Show>
    </Dialog>
  )
}

function Reducing(props: { booking: MyBooking; onClose: () => void }) {
  const session = () => props.booking.session
  const had = () => props.booking.party_size
  const [keep, setKeep] = createSignal(props.booking.party_size - 1)
  const giving = () => had() - keep()
  const { giveBack, busy, refusal } = useGivingBack(
    () => postReduce(props.booking.id, keep()),
    () => props.onClose(),
  )
  return (
    <>
      <div>
        <p>{session().title}</p>
        <p class="quiet">{when(session())}</p>
      </div>
      <Stepper
        label={`${capital(seatNoun(session().session_type).other)} you keep, of\u00a0${inWords(had())}`}
        value={keep()}
        min={1}
        max={had() - 1}
        fixed={busy()}
        onChange={setKeep}
      />
      <p aria-live="polite">{givingBackMeans(props.booking, giving(), Date.now())}</p>
      <Alert says={refusal()?.message} />
      <DialogActions>
        <Button kind="danger" busy={busy()} onClick={giveBack}>
          Give back {seats(giving(), session().session_type)}
        </Button>
        <Button onClick={props.onClose}>Keep all {inWords(had())}</Button>
      </DialogActions>
    </>
  )
}
