import { For, Show } from 'solid-js'
import { capital, inWords, plural } from '../ui/numbers'
import { readersZone } from '../ui/times'
import type { Attendee } from './queries'
import { bookedWhen, endedWords, partyWords, STATE_WORDS, words } from './words'
import './people.css'

/** Who comes, newest first; below them, who does not any more. */
export function AttendeeList(props: { bookings: Attendee[] }) {
  const coming = () => props.bookings.filter((one) => one.booking_status === 'confirmed')
  const ended = () => props.bookings.filter((one) => one.booking_status === 'cancelled')
  return (
    <>
      <section class="desk-section" aria-labelledby="attendees">
        <h2 id="attendees">{words.attendees}</h2>
        <Show when={coming().length > 0} fallback={<p class="quiet">{words.nobodyYet}</p>}>
          <ul class="people">
            <For each={coming()}>{(booking) => <Person booking={booking} />}</For>
          </ul>
        </Show>
      </section>
      <Show when={ended().length > 0}>
        <section class="desk-section" aria-labelledby="ended">
          <h2 id="ended">{endedHeading(ended().length)}</h2>
          <ul class="people ended">
            <For each={ended()}>{(booking) => <Person booking={booking} />}</For>
          </ul>
        </section>
      </Show>
    </>
  )
}

function Person(props: { booking: Attendee }) {
  return (
    <li class="person">
      <div class="person-name">
        <span class="person-title">{props.booking.user.name}</span>
        <Show when={props.booking.user.email}>
          {(email) => (
            <a class="small" href={`mailto:${email()}`}>
              {email()}
            </a>
          )}
        </Show>
      </div>
      <div class="person-party">
        <span>{partyWords(props.booking.party_size)}</span>
        <Show when={props.booking.names.length > 0}>
          <span class="small">with {props.booking.names.join(', ')}</span>
        </Show>
        <Show when={props.booking.notes}>{(notes) => <p class="small">“{notes()}”</p>}</Show>
      </div>
      <div class="person-when">
        <time datetime={props.booking.booking_date}>
          {bookedWhen(props.booking.booking_date, readersZone())}
        </time>
        <span class="small">
          {props.booking.booking_status === 'cancelled'
            ? endedWords(props.booking, readersZone())
            : STATE_WORDS[props.booking.state]}
        </span>
      </div>
    </li>
  )
}

const endedHeading = (count: number) =>
  capital(plural(count, '# cancelled booking', '# cancelled bookings', inWords(count)))
