import { Show } from 'solid-js'
import { paths } from '../paths'
import { Initials } from '../ui/Initials'
import type { Facilitator } from './facilitators'
import { comingWords } from './words'
import './facilitator-row.css'

/** Somebody who gives sessions: what, and how much of it is coming. */
export function FacilitatorRow(props: { facilitator: Facilitator }) {
  return (
    <li class="facilitator-row">
      <Initials name={props.facilitator.name} size={72} />
      <div>
        <h2 class="facilitator-row-name">
          <a class="row-link" href={paths.facilitator(props.facilitator.id)}>
            {props.facilitator.name}
          </a>
        </h2>
        <Show when={props.facilitator.specialization}>{(what) => <p>{what()}</p>}</Show>
      </div>
      <p class="quiet facilitator-row-coming">{comingWords(props.facilitator.coming_sessions)}</p>
    </li>
  )
}
