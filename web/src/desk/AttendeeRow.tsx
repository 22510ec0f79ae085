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
  /** Whether it is said that they are not in yet. */
  isDoorOpen?: boolean
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
        <span>{partyWords(props.booking.party_size, props.session.session_type)}</span>
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

/** Before the door opens there is nothing to say of who has a seat. */
function stateWords({
  booking,
  session,
  isDoorOpen,
  isOver,
}: {
  booking: Attendee
  session: DeskSession
  isDoorOpen?: boolean
  isOver?: boolean
}): string | undefined {
  if (booking.booking_status === 'cancelled') return endedWords(booking, readersZone())
  const isToldOf = isDoorOpen || booking.state !== 'confirmed'
  return isToldOf ? standing(booking, session.time_zone, isOver) : undefined
}
