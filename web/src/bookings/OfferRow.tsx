import { Show } from 'solid-js'
import { paths } from '../paths'
import { when } from '../sessions/words'
import { say } from '../ui/Say'
import { AnswerOffer } from './AnswerOffer'
import type { MyWaiting } from './mine'
import { TimeLeft } from './TimeLeft'
import { rereadSeats } from './use-asking'
import { offerWords, overlapWords } from './words'

/** A seat that is kept for them, above everything else: it has an end. */
export function OfferRow(props: { booking: MyWaiting; now: number }) {
  const session = () => props.booking.session
  return (
    <li class="offer">
      <div class="offer-words">
        <h2 class="offer-title">{offerWords(props.booking)}</h2>
        <p>
          <a href={paths.session(session().id)}>{session().title}</a>
        </p>
        <p>{when(session())}</p>
        <div class="quiet">
          <Show when={props.booking.expires_at}>
            {(until) => <TimeLeft until={until()} now={props.now} onEnd={rereadSeats} />}
          </Show>
        </div>
        <Show when={props.booking.overlaps.length > 0}>
          <p class="quiet">{overlapWords(props.booking.overlaps, session())}</p>
        </Show>
      </div>
      <AnswerOffer booking={props.booking} onAnswered={({ message }) => say(message)} />
    </li>
  )
}
