import { Show } from 'solid-js'
import { paths } from '../paths'
import { CalendarFile } from '../sessions/CalendarFile'
import { ButtonLink } from '../ui/Button'
import type { MyBooking } from './mine'
import { Total } from './Total'
import type { Answered } from './use-asking'
import { freeUntilOf, howToPay, untilWhenFree, withWords, words, youHad, youHave } from './words'

/** What somebody who has a seat needs to know. The heading can take the focus when the seat is new. */
export function SeatIsYours(props: {
  booking: MyBooking
  justBooked: Answered | null
  now: number
}) {
  const session = () => props.booking.session
  const isOver = () => props.now >= Date.parse(session().end_time)
  return (
    <div class="seat-is-yours">
      <h2 class="booking-count" tabindex="-1">
        {(isOver() ? youHad : youHave)(props.booking.party_size, session().session_type)}
      </h2>
      <Show when={session().online_url}>
        {(url) => (
          <p>
            <a href={url()} rel="noreferrer">
              Join online
            </a>
          </p>
        )}
      </Show>
      <Show when={session().arrival_note}>{(note) => <p>{note()}</p>}</Show>
      <Show when={props.booking.names.length > 0}>
        <p>{withWords(props.booking.names)}</p>
      </Show>
      <Show when={props.booking.notes}>{(note) => <p class="quiet">You wrote: “{note()}”</p>}</Show>
      <Total of={props.booking} />
      <Show when={!isOver()}>
        <p class="small">
          <Show when={howToPay(session(), props.booking.price)}>{(how) => <>{how()} </>}</Show>
          <Show when={props.now < Date.parse(session().start_time)}>
            {untilWhenFree(session(), props.now, freeUntilOf(props.booking))}
          </Show>
        </p>
      </Show>
      <Show when={props.justBooked?.recorded === false}>
        <p class="small">{words.inView}</p>
      </Show>
      <ButtonLink href={paths.yourSeats()} wide>
        {words.yourSeats}
      </ButtonLink>
      <Show when={!isOver()}>
        <p class="booking-next">
          <CalendarFile sessionId={session().id} label={words.calendar} />
        </p>
      </Show>
    </div>
  )
}
