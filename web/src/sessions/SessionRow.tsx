import { Show } from 'solid-js'
import { paths } from '../paths'
import { HourField } from '../ui/HourField'
import { money } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import { readersZone, shortDay } from '../ui/times'
import { fieldOf, ringOf } from './field-of'
import type { SessionInList } from './sessions'
import { hasHours, hours, inPlace, leftShort, whereShort, whoAndWhere } from './words'
import './session-row.css'

/** A session in a list: its room in the light of its hour, and what one must know to choose. */
export function SessionRow(props: {
  session: SessionInList
  /** What stands in the same list: hours of several zones are told apart. */
  among: SessionInList[]
  now: number
  yours?: number
  /** Where no heading above says the day. */
  withDay?: boolean
  /** On the page of who gives it, the name stands above. */
  withoutName?: boolean
}) {
  const place = () =>
    hasHours(props.session) ? inPlace(props.session, props.among, readersZone()) : undefined
  return (
    <li class="session-row">
      <HourField field={fieldOf(props.session)} class="session-row-field">
        <SeatRing {...ringOf(props.session, props.now, props.yours)} size={72} silent />
      </HourField>
      <div class="session-row-what">
        <h3>
          <a class="row-link" href={paths.session(props.session.id)}>
            {props.session.title}
          </a>
        </h3>
        <p class="quiet">
          {props.withoutName ? whereShort(props.session) : whoAndWhere(props.session)}
        </p>
      </div>
      <p class="session-row-when">
        <Show when={props.withDay && hasHours(props.session)}>
          <span class="session-row-day">
            {shortDay(props.session.start_time, props.session.time_zone)},
          </span>{' '}
        </Show>
        {hours(props.session)}{' '}
        <Show when={place()}>{(where) => <span class="quiet">{where()}</span>}</Show>
      </p>
      <p class="session-row-left">
        <span>{leftShort(props.session)}</span>
        <span class="quiet">
          {money(props.session.price, props.session.currency)}
          <Show when={props.yours}>, you have a seat</Show>
        </span>
      </p>
    </li>
  )
}
