import { fieldOf } from '../sessions/field-of'
import { seatNoun } from '../sessions/words'
import { HourField } from '../ui/HourField'
import { SeatRing } from '../ui/SeatRing'
import type { DeskSession } from './queries'
import { type DeskStatus, ringState } from './status'

/** The room in its light. */
export function SessionRing(props: { session: DeskSession; status: DeskStatus }) {
  return (
    <HourField field={fieldOf(props.session)} class="session-ring">
      <SeatRing
        capacity={props.session.capacity}
        taken={props.session.taken}
        pending={props.session.pending}
        left={props.session.available_spots}
        state={ringState(props.status)}
        size={232}
        noun={seatNoun(props.session.session_type)}
      />
    </HourField>
  )
}
