import { Show } from 'solid-js'
import type { SessionInFull } from '../sessions/sessions'
import { AnswerOffer } from './AnswerOffer'
import type { MyBooking } from './mine'
import { TimeLeft } from './TimeLeft'
import { Total } from './Total'
import { type Answered, rereadSeats } from './use-asking'
import { howToPay, offerWords, untilWhenFree } from './words'

/** On the session's page: the seat that is kept for whoever looks, and for how long. */
export function OfferedSeat(props: {
  session: SessionInFull
  booking: MyBooking
  now: number
  onAnswered: (answered: Answered) => void
}) {
  return (
    <div class="offer">
      <h2 class="offer-title" tabindex="-1">
        {offerWords(props.booking)}
      </h2>
      <div class="quiet">
        <Show when={props.booking.expires_at}>
          {(until) => <TimeLeft until={until()} now={props.now} onEnd={rereadSeats} />}
        </Show>
      </div>
      <Total of={props.booking} />
      <AnswerOffer booking={props.booking} onAnswered={props.onAnswered} />
      <p class="small">
        <Show when={howToPay(props.session, props.booking.price)}>{(how) => <>{how()} </>}</Show>
        {untilWhenFree(props.session, props.now)}
      </p>
    </div>
  )
}
