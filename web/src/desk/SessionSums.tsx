import { Show } from 'solid-js'
import { money } from '../ui/numbers'
import type { DeskSession } from './queries'
import type { DeskStatus } from './status'
import { leftFigure, takenOf } from './words'

/** The figures of one session, each with its name. */
export function SessionSums(props: { session: DeskSession; status: DeskStatus }) {
  const isOffered = () => props.status === 'coming' || props.status === 'running'
  return (
    <dl class="session-sums">
      <div>
        <dt>Taken</dt>
        <dd>{takenOf(props.session)}</dd>
      </div>
      <Show when={isOffered()}>
        <div>
          <dt>Left</dt>
          <dd>{leftFigure(props.session)}</dd>
        </div>
      </Show>
      <Show when={props.session.waiting > 0}>
        <div>
          <dt>Waiting</dt>
          <dd>{props.session.waiting.toLocaleString()}</dd>
        </div>
      </Show>
      <div>
        <dt>Bookings</dt>
        <dd>{props.session.bookings_count.toLocaleString()}</dd>
      </div>
      <div>
        <dt>{props.session.session_type === 'retreat' ? 'A place' : 'A seat'}</dt>
        <dd>{money(props.session.price, props.session.currency)}</dd>
      </div>
      <div>
        <dt>Booked value</dt>
        <dd>
          {props.session.booked_value > 0
            ? money(props.session.booked_value, props.session.currency)
            : '–'}
        </dd>
      </div>
    </dl>
  )
}
