import { For } from 'solid-js'
import { paths } from '../paths'
import { shortDay } from '../ui/times'
import type { DayAhead } from './today'
import { dayLeft, sessionsCounted, words } from './words'
import './days-ahead.css'

/** The days after the one shown: the lights of their sessions, and how much is left. */
export function DaysAhead(props: { days: DayAhead[] }) {
  return (
    <ol class="days-ahead" aria-label={words.daysAhead}>
      <For each={props.days}>
        {(day) => (
          <li>
            <a href={paths.sessions({ on: day.date })}>
              <span class="days-ahead-lights" aria-hidden="true">
                <For each={day.lights}>{(hour) => <span class={`hour-field ${hour}`} />}</For>
              </span>
              <span class="days-ahead-day">{shortDay(day.start, day.zone)}</span>
              <span class="quiet">
                {sessionsCounted(day.lights.length)} · {dayLeft(day.left).toLowerCase()}
              </span>
            </a>
          </li>
        )}
      </For>
    </ol>
  )
}
