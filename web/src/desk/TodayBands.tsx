import { For } from 'solid-js'
import { paths } from '../paths'
import { fieldOf } from '../sessions/field-of'
import { HourField } from '../ui/HourField'
import { SeatRing } from '../ui/SeatRing'
import { clock } from '../ui/times'
import type { DeskSession } from './queries'
import { takenOf } from './words'
import './today.css'

/** Today's rooms side by side, each in the light it starts in. */
export function TodayBands(props: { sessions: DeskSession[] }) {
  return (
    <ol class="today-bands">
      <For each={props.sessions}>
        {(session) => (
          <li>
            <a class="plain-link" href={paths.deskSession(session.id)}>
              <HourField field={fieldOf(session)} class="today-band">
                <SeatRing
                  capacity={session.capacity}
                  taken={session.taken}
                  pending={session.pending}
                  left={session.available_spots}
                  size={84}
                  silent
                />
                <span class="today-words">
                  <time datetime={session.start_time}>{startWords(session)}</time>
                  <span class="today-title">{session.title}</span>
                  <span>{takenOf(session)}</span>
                </span>
              </HourField>
            </a>
          </li>
        )}
      </For>
    </ol>
  )
}

const startWords = ({ start_time, time_zone }: DeskSession) => clock(start_time, time_zone)
