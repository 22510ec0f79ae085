import { createSignal, For, type JSX, Show } from 'solid-js'
import { Button } from '../ui/Button'
import { capital, inWords, plural } from '../ui/numbers'
import { readersZone } from '../ui/times'
import { AttendeesFile } from './AttendeesFile'
import { CancelVisitor } from './CancelVisitor'
import type { Attendee, DeskSession } from './queries'
import { canCancel, canCancelBooking, statusOf } from './status'
import { WriteToAttendees } from './WriteToAttendees'
import { bookedWhen, endedWords, nobodyWords, partyWords, STATE_WORDS, words } from './words'
import './people.css'

/** Who comes, newest first; below them, who does not any more. */
export function AttendeeList(props: { session: DeskSession; bookings: Attendee[]; now: number }) {
  const [leaving, setLeaving] = createSignal<Attendee>()
  const coming = () => props.bookings.filter((one) => one.booking_status === 'confirmed')
  const ended = () => props.bookings.filter((one) => one.booking_status === 'cancelled')
  const nobody = () => nobodyWords(statusOf(props.session, props.now), ended().length)
  return (
    <>
      <section class="desk-section" aria-labelledby="attendees">
        <div class="attendees-head">
          <h2 id="attendees">{words.attendees}</h2>
          <Show when={props.bookings.length > 0}>
            <div>
              <Show when={props.session.bookings_count > 0}>
                <WriteToAttendees session={props.session} />
              </Show>
              <AttendeesFile sessionId={props.session.id} />
            </div>
          </Show>
        </div>
        <Show when={coming().length > 0} fallback={<p class="quiet">{nobody()}</p>}>
          <ul class="people">
            <For each={coming()}>
              {(booking) => (
                <Person booking={booking} type={props.session.session_type}>
                  <Show when={canCancel(props.session, props.now)}>
                    <div class="person-act">
                      <Show when={canCancelBooking(booking)}>
                        <Button
                          kind="text"
                          aria-haspopup="dialog"
                          onClick={() => setLeaving(booking)}
                        >
                          {words.cancelShort}
                          <span class="hidden-visually"> the booking of {booking.user.name}</span>
                        </Button>
                      </Show>
                    </div>
                  </Show>
                </Person>
              )}
            </For>
          </ul>
        </Show>
        <CancelVisitor
          booking={leaving()}
          type={props.session.session_type}
          onClose={() => setLeaving(undefined)}
        />
      </section>
      <Show when={ended().length > 0}>
        <section class="desk-section" aria-labelledby="ended">
          <h2 id="ended">{endedHeading(ended().length)}</h2>
          <ul class="people ended">
            <For each={ended()}>
              {(booking) => <Person booking={booking} type={props.session.session_type} />}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}

function Person(props: {
  booking: Attendee
  type: DeskSession['session_type']
  children?: JSX.Element
}) {
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
        <span>{partyWords(props.booking.party_size, props.type)}</span>
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
      {props.children}
    </li>
  )
}

const endedHeading = (count: number) =>
  capital(plural(count, '# cancelled booking', '# cancelled bookings', inWords(count)))
