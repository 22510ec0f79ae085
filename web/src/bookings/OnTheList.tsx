import { Show } from 'solid-js'
import type { Refusal } from '../refusal'
import type { SessionInFull } from '../sessions/sessions'
import { seats } from '../sessions/words'
import { Button } from '../ui/Button'
import { capital, inWords } from '../ui/numbers'
import type { Asking } from './asking'
import { postLeave } from './asks'
import type { MyBooking } from './mine'
import { Progress } from './Progress'
import type { Answered } from './use-asking'
import { useGivingBack } from './use-giving-back'
import { listMeans, refusedWords, waitingWords, words } from './words'

/** Whoever waits: which place they have, what comes of it, and the way off the list. */
export function OnTheList(props: {
  session: SessionInFull
  booking: MyBooking
  isListOpen: boolean
  /** Whether letters go out from here. */
  writes: boolean
  asking: Asking<Answered, Refusal>
  onTake: (party: number) => void
  onAnswered: (answered: Answered) => void
  /** Says so, with the way back. */
  onLeft: (answered: Answered) => void
}) {
  const { giveBack, busy, refusal } = useGivingBack(
    () => postLeave(props.booking.id),
    props.onAnswered,
    props.onLeft,
  )
  const party = () => props.booking.party_size
  const type = () => props.session.session_type
  // Fewer than they wait for, or all of them once the list has closed.
  const free = () => Math.min(party(), props.session.available_spots)
  const refused = () => (props.asking.step === 'refused' ? props.asking.refused : refusal())
  return (
    <div class="seat-is-yours">
      <h2 class="booking-count" tabindex="-1">
        {waitingWords(props.booking.position, props.session.waiting)}
      </h2>
      <p>
        {capital(seats(party(), type()))}.{' '}
        {props.isListOpen ? listMeans(type(), party()) : words.listClosed}{' '}
        <Show when={props.isListOpen && props.writes}>{words.letterToo}</Show>
      </p>
      <Show when={refused()}>
        {(why) => (
          <p class="booking-refused" role="alert">
            {refusedWords(why(), free(), type())}
          </p>
        )}
      </Show>
      <Show when={free() > 0}>
        <Button
          kind="yours"
          wide
          busy={props.asking.step === 'asking'}
          onClick={() => props.onTake(free())}
        >
          Take {inWords(free())} now
        </Button>
        <Progress asking={props.asking} said={words.asking(type())} />
      </Show>
      <Button wide busy={busy()} onClick={giveBack}>
        {words.leave}
      </Button>
    </div>
  )
}
