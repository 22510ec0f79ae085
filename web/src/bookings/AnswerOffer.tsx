import { Show } from 'solid-js'
import { Button } from '../ui/Button'
import { postAccept, postDecline } from './asks'
import type { MyBooking } from './mine'
import { Progress } from './Progress'
import { type Answered, useAsking } from './use-asking'
import { useGivingBack } from './use-giving-back'
import { refusedWords, words } from './words'
import './answer-offer.css'
import './booking-parts.css'

/** The two answers to an offer. Taking is asked like booking is: nothing is yours before the desk says so. */
export function AnswerOffer(props: {
  booking: MyBooking
  /** Of the letter's link, for who is not signed in. */
  token?: string
  onAnswered: (answered: Answered) => void
}) {
  const type = () => props.booking.session.session_type
  const { asking, ask } = useAsking(
    () => postAccept(props.booking.id, props.token),
    props.onAnswered,
  )
  const passing = useGivingBack(() => postDecline(props.booking.id, props.token), props.onAnswered)
  const refused = () => {
    const state = asking()
    return state.step === 'refused' ? state.refused : passing.refusal()
  }
  return (
    <div class="answer-offer">
      <Show when={refused()}>
        {(refusal) => (
          <p class="booking-refused" role="alert">
            {refusedWords(refusal(), props.booking.party_size, type())}
          </p>
        )}
      </Show>
      <p class="booking-choices">
        <Button
          kind="yours"
          busy={asking().step === 'asking' || passing.busy()}
          onClick={() => ask(undefined)}
        >
          {words.take(props.booking.party_size, type())}
        </Button>
        <Button
          kind="text"
          busy={asking().step === 'asking' || passing.busy()}
          onClick={passing.giveBack}
        >
          {words.passOn(props.booking.party_size)}
        </Button>
      </p>
      <Progress asking={asking()} said={words.asking(type())} />
    </div>
  )
}
