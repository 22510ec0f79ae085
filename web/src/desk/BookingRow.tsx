import { Show } from 'solid-js'
import { paths } from '../paths'
import { money } from '../ui/numbers'
import { readersZone } from '../ui/times'
import { endedWords, STATE_WORDS, sessionTime } from './people-words'
import type { DeskBooking } from './queries'
import { bookedWhen, partyWords } from './words'
import './people.css'

/** One booking among those of all her sessions. */
export function BookingRow(props: { booking: DeskBooking }) {
  const isCancelled = () => props.booking.booking_status === 'cancelled'
  return (
    <li class="person of-session" classList={{ cancelled: isCancelled() }}>
      <div class="person-name">
        <span class="person-title">{props.booking.user.name}</span>
        <span class="small">{props.booking.user.email}</span>
      </div>
      <div class="person-session">
        <a href={paths.deskSession(props.booking.session.id)}>{props.booking.session.title}</a>
        <span class="small">{sessionTime(props.booking.session)}</span>
      </div>
      <div class="person-party">
        <span>{partyWords(props.booking.party_size, props.booking.session.session_type)}</span>
        <Show when={!isCancelled()}>
          <span class="small">{money(props.booking.total, props.booking.currency)}</span>
        </Show>
        <Show when={props.booking.notes}>{(notes) => <p class="small">“{notes()}”</p>}</Show>
      </div>
      <div class="person-when">
        <time datetime={props.booking.booking_date}>
          {bookedWhen(props.booking.booking_date, readersZone())}
        </time>
        {/* That it is confirmed is what a booking is. */}
        <Show when={props.booking.state !== 'confirmed'}>
          <span class="small">
            {isCancelled()
              ? endedWords(props.booking, readersZone())
              : STATE_WORDS[props.booking.state]}
          </span>
        </Show>
      </div>
    </li>
  )
}
