import { type JSX, Show } from 'solid-js'
import { standing } from '../door/words'
import { readersZone } from '../ui/times'
import { endedWords, words } from './people-words'
import type { Attendee, DeskSession } from './queries'
import { bookedWhen, partyWords } from './words'

/** Somebody who booked, who they bring, and where they stand. */
export function AttendeeRow(props: {
  booking: Attendee
  session: DeskSession
  /** Before the name: what chooses this row. */
  choose?: JSX.Element
  isOver?: boolean
  /** At the end: what can be done. */
  children?: JSX.Element
}) {
  return (
    <li class="person attendee" classList={{ choosable: props.choose !== undefined }}>
      {props.choose}
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
        <span classList={{ 'party-of-one': props.booking.party_size === 1 }}>
          {partyWords(props.booking.party_size, props.session.session_type)}
        </span>
        <Show when={props.booking.names.length > 0}>
          <span class="small">with {props.booking.names.join(', ')}</span>
        </Show>
        <Show when={props.booking.notes}>{(notes) => <p class="small">“{notes()}”</p>}</Show>
      </div>
      <div class="person-when">
        <Show when={stateWords(props)}>
          {(standing) => <span class="person-standing">{standing()}</span>}
        </Show>
        <time class="small" datetime={props.booking.booking_date}>
          {props.booking.booked_by === 'facilitator' ? words.addedOn : words.bookedOn}{' '}
          {bookedWhen(props.booking.booking_date, readersZone())}
        </time>
      </div>
      {props.children}
    </li>
  )
}

/** Of who only has a seat there is nothing to say: what can be done with them says it. */
function stateWords({
  booking,
  session,
  isOver,
}: {
  booking: Attendee
  session: DeskSession
  isOver?: boolean
}): string {
  if (booking.booking_status === 'cancelled') return endedWords(booking, readersZone())
  return standing(booking, session.time_zone, isOver)
}
