import { Show } from 'solid-js'
import { paths } from '../paths'
import { seats, when, zoneWords } from '../sessions/words'
import { Button } from '../ui/Button'
import { HourField } from '../ui/HourField'
import { capital } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import { fromNow, nearDay, readersZone } from '../ui/times'
import { hereOf, whereOf } from './BookingRow'
import type { MyBooking } from './mine'
import { fieldOfBooking, ringOfBooking } from './my-ring'

/** The one that comes next, in the light of its hour. */
export function NextBooking(props: {
  booking: MyBooking
  now: number
  onCancel: (booking: MyBooking) => void
}) {
  const session = () => props.booking.session
  const soon = () => {
    const start = Date.parse(session().start_time)
    if (start <= props.now) return 'Now'
    const near = nearDay(start, session().time_zone, props.now)
    const distance = fromNow(start, props.now)
    return near ? `${near}, ${distance}` : `Next, ${distance}`
  }
  return (
    <HourField field={fieldOfBooking(props.booking)} class="next-booking">
      <SeatRing {...ringOfBooking(props.booking, props.now)} size={132} silent />
      <div>
        <p>{soon()}</p>
        <h2>
          <a class="plain-link" href={paths.session(session().id)}>
            {session().title}
          </a>
        </h2>
        <p>{when(session())}</p>
        <Show when={hereOf(props.booking)}>
          <p>{zoneWords(session(), readersZone())}</p>
        </Show>
        <Show when={whereOf(props.booking)}>{(where) => <p>{where()}</p>}</Show>
        <Show when={props.booking.party_size > 1}>
          <p>{capital(seats(props.booking.party_size, session().session_type))}</p>
        </Show>
        <Show when={session().arrival_note}>{(note) => <p>{note()}</p>}</Show>
        <p class="next-booking-acts">
          <Show when={session().online_url}>
            {(url) => (
              <a href={url()} rel="noreferrer">
                Join online
              </a>
            )}
          </Show>
          <Show when={Date.parse(session().start_time) > props.now}>
            <Button kind="text" onClick={() => props.onCancel(props.booking)}>
              Cancel
            </Button>
          </Show>
        </p>
      </div>
    </HourField>
  )
}
