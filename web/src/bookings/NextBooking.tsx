import { createSignal, type JSX, Show } from 'solid-js'
import { paths } from '../paths'
import { seats, when, zoneWords } from '../sessions/words'
import { HourField } from '../ui/HourField'
import { capital } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import { fromNow, nearDay, readersZone } from '../ui/times'
import { BookingActs } from './BookingActs'
import { type Acts, hereOf, whereOf } from './BookingRow'
import { isDoorOpen } from './door'
import type { MyBooking } from './mine'
import { fieldOfBooking, ringOfBooking } from './my-ring'
import { Ticket } from './Ticket'
import { words } from './words'

/** The one that comes next, in the light of its hour. */
export function NextBooking(props: { booking: MyBooking; now: number; acts: Acts }) {
  const session = () => props.booking.session
  const soon = () => {
    const start = Date.parse(session().start_time)
    if (start <= props.now) return 'Now'
    const near = nearDay(start, session().time_zone, props.now)
    const distance = fromNow(start, props.now, session().time_zone)
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
        <BookingActs booking={props.booking} now={props.now} acts={props.acts} />
      </div>
      <Show when={props.booking.ticket}>
        {(ticket) => (
          <Unfolding isOpen={isDoorOpen(session(), props.now)}>
            <Ticket ticket={ticket()} bookingId={props.booking.id} />
          </Unfolding>
        )}
      </Show>
    </HourField>
  )
}

/** On the day the ticket lies open; before, it is one press away and its code is not loaded. */
function Unfolding(props: { isOpen: boolean; children: JSX.Element }) {
  const [isOpen, setIsOpen] = createSignal(props.isOpen)
  return (
    <details
      class="next-booking-ticket"
      open={isOpen()}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{words.ticket}</summary>
      <Show when={isOpen()}>{props.children}</Show>
    </details>
  )
}
