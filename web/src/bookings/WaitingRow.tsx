import { Show } from 'solid-js'
import { paths } from '../paths'
import { seats, when } from '../sessions/words'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { SeatRing } from '../ui/SeatRing'
import { postLeave } from './asks'
import { hereOf } from './BookingRow'
import type { MyWaiting } from './mine'
import { ringOfWaiting } from './my-ring'
import { useGivingBack } from './use-giving-back'
import { overlapWords, waitingWords, words } from './words'

/** A place on a list: which one, and the way off it. */
export function WaitingRow(props: { booking: MyWaiting; now: number }) {
  const session = () => props.booking.session
  const { giveBack, busy, refusal } = useGivingBack(() => postLeave(props.booking.id))
  const facts = () =>
    [
      when(session()),
      hereOf(props.booking),
      props.booking.party_size > 1
        ? seats(props.booking.party_size, session().session_type)
        : undefined,
    ].filter(Boolean)
  return (
    <li class="booking-row">
      <SeatRing {...ringOfWaiting(props.booking, props.now)} size={52} silent />
      <div>
        <h3>
          <a class="plain-link" href={paths.session(session().id)}>
            {session().title}
          </a>
        </h3>
        <p class="small">{facts().join('\u00a0· ')}</p>
        <p class="small">{waitingWords(props.booking.position, session().waiting)}</p>
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
