import { paths } from '../paths'
import { HourField } from '../ui/HourField'
import { money } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import { ringOf } from './field-of'
import type { SessionInList } from './sessions'
import { retreatFacts, seatsLeft } from './words'
import './retreat-row.css'

export function RetreatRow(props: { session: SessionInList; now: number; yours?: number }) {
  return (
    <li class="retreat-row">
      <HourField field="retreat" class="retreat-row-field">
        <SeatRing {...ringOf(props.session, props.now, props.yours)} size={104} silent />
      </HourField>
      <div>
        <h3>
          <a class="row-link" href={paths.session(props.session.id)}>
            {props.session.title}
          </a>
        </h3>
        <p class="quiet">{retreatFacts(props.session)}</p>
      </div>
      <p class="quiet retreat-row-who">with {props.session.facilitator}</p>
      <p class="retreat-row-left">
        <span>{money(props.session.price, props.session.currency)}</span>
        <span class="quiet">{seatsLeft(props.session)}</span>
      </p>
    </li>
  )
}
