import { Show } from 'solid-js'
import { paths } from '../paths'
import { seats } from '../sessions/words'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { capital } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import { postLeave } from './asks'
import { whenAndHere } from './BookingRow'
import type { MyWaiting } from './mine'
import { ringOfWaiting } from './my-ring'
import type { Answered } from './use-asking'
import { useGivingBack } from './use-giving-back'
import { overlapWords, waitingWords, words } from './words'

/** A place on a list: which one, and the way off it. */
export function WaitingRow(props: {
  booking: MyWaiting
  now: number
  /** Says so, with the way back: this row is gone by then. */
  onLeft: (left: Answered) => void
}) {
  const session = () => props.booking.session
  const { giveBack, busy, refusal } = useGivingBack(
    () => postLeave(props.booking.id),
    undefined,
    props.onLeft,
  )
  const waits = () =>
    [
      props.booking.party_size > 1 &&
        `${capital(seats(props.booking.party_size, session().session_type))}.`,
      waitingWords(props.booking.position, session().waiting),
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <li class="booking-row">
      <SeatRing {...ringOfWaiting(props.booking, props.now)} size={52} silent />
      <div>
        <h3>
          <a class="plain-link" href={paths.session(session().id)}>
            {session().title}
          </a>
        </h3>
        <p class="small">{whenAndHere(props.booking)}</p>
        <p class="small">{waits()}</p>
        <Show when={props.booking.overlaps.length > 0}>
          <p class="small">{overlapWords(props.booking.overlaps, session())}</p>
        </Show>
        <Alert says={refusal()?.message} />
      </div>
      <Button kind="text" class="booking-row-act" busy={busy()} onClick={giveBack}>
        {words.leaveShort}
        <span class="hidden-visually"> the list of {session().title}</span>
      </Button>
    </li>
  )
}
