import { Show } from 'solid-js'
import { paths } from '../paths'
import { place, seats, when, whereYouAre } from '../sessions/words'
import { SeatRing } from '../ui/SeatRing'
import { readersZone } from '../ui/times'
import type { MyBooking } from './mine'
import { ringOfBooking } from './my-ring'
import { stateWords } from './words'
import './booking-row.css'

/** One of one's own bookings, in a list. */
export function BookingRow(props: {
  booking: MyBooking
  now: number
  onCancel?: (booking: MyBooking) => void
}) {
  const session = () => props.booking.session
  const facts = () =>
    [
      when(session()),
      hereOf(props.booking),
      session().place_name,
      props.booking.party_size > 1
        ? seats(props.booking.party_size, session().session_type)
        : undefined,
      stateWords(props.booking),
    ].filter(Boolean)
  return (
    <li class="booking-row">
      <SeatRing {...ringOfBooking(props.booking, props.now)} size={52} silent />
      <div>
        <h3>
          <a class="plain-link" href={paths.session(session().id)}>
            {session().title}
          </a>
        </h3>
        <p class="small">{facts().join(' · ')}</p>
      </div>
      <Show when={props.onCancel}>
        {(cancel) => (
          <a
            class="booking-row-act"
            href={`?cancel=${props.booking.id}`}
            aria-label={`Cancel ${session().title}`}
            onClick={(event) => {
              event.preventDefault()
              cancel()(props.booking)
            }}
          >
            Cancel
          </a>
        )}
      </Show>
    </li>
  )
}

/** The reader's own hour, where the session's clock shows another; a retreat is a matter of days. */
export function hereOf({ session }: MyBooking): string | undefined {
  return session.session_type === 'session' ? whereYouAre(session, readersZone()) : undefined
}

/** Where it takes place, for whoever booked it. */
export function whereOf({ session }: MyBooking): string | undefined {
  return place({ ...session, is_online: session.online_url !== null })
}
