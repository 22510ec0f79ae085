import { Show } from 'solid-js'
import { CalendarFile } from '../sessions/CalendarFile'
import { Button } from '../ui/Button'
import type { Acts } from './BookingRow'
import type { MyBooking } from './mine'
import { words } from './words'

/** Ways out of a booking, and into what one can reach from home. */
export function BookingActs(props: { booking: MyBooking; now: number; acts: Acts }) {
  const session = () => props.booking.session
  const hasBegun = () => Date.parse(session().start_time) <= props.now
  return (
    <p class="booking-acts">
      <Show when={session().online_url}>
        {(url) => (
          <a href={url()} rel="noreferrer">
            Join online
          </a>
        )}
      </Show>
      <CalendarFile sessionId={session().id} label={words.calendar} />
      <Show when={!hasBegun()}>
        <Show when={props.booking.party_size > 1}>
          <Button kind="text" onClick={() => props.acts.onReduce(props.booking)}>
            {words.fewer}
          </Button>
        </Show>
        <Button kind="text" onClick={() => props.acts.onCancel(props.booking)}>
          Cancel
        </Button>
      </Show>
    </p>
  )
}
