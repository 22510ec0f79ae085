import { revalidate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { session as sessionQuery } from '../sessions/sessions'
import { seatNoun, when } from '../sessions/words'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { say } from '../ui/Say'
import { type MyBooking, myBookings } from './mine'
import { keepUnrecorded } from './unrecorded'
import { cancelMeans } from './words'

/** Says what cancelling means before it is done. Cancelling again what is cancelled does no harm. */
export function CancelBooking(props: { booking: MyBooking | undefined; onClose: () => void }) {
  return (
    <Dialog
      open={props.booking !== undefined}
      title="Cancel this booking?"
      onClose={() => props.onClose()}
    >
      <Show when={props.booking}>
        {(booking) => <Cancelling booking={booking()} onClose={props.onClose} />}
      </Show>
    </Dialog>
  )
}

function Cancelling(props: { booking: MyBooking; onClose: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refusal>()
  const session = () => props.booking.session
  const noun = () => {
    const words = seatNoun(session().session_type)
    return props.booking.party_size === 1 ? words.one : words.other
  }
  const cancel = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const param = { id: String(props.booking.id) }
      const response = await api.bookings[':id'].cancel.$post({ param, json: {} })
      const { message, booking, recorded } = await response.json()
      if (!recorded) keepUnrecorded(booking)
      say(message)
      props.onClose()
      await revalidate([myBookings.key, sessionQuery.key])
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div>
        <p>{session().title}</p>
        <p class="quiet">{when(session())}</p>
      </div>
      <p>{cancelMeans(props.booking, Date.now())}</p>
      <Show when={refusal()}>
        {(refused) => (
          <p class="field-error" role="alert">
            {refused().message}
          </p>
        )}
      </Show>
      <DialogActions>
        <Button kind="danger" busy={busy()} onClick={cancel}>
          {busy() ? 'Cancelling' : 'Cancel this booking'}
        </Button>
        <Button onClick={props.onClose}>Keep my {noun()}</Button>
      </DialogActions>
    </>
  )
}
