import { Index, Show } from 'solid-js'
import { paths } from '../paths'
import { HourField } from '../ui/HourField'
import { Rows } from '../ui/Rows'
import { SeatRing } from '../ui/SeatRing'
import { clock, readersZone } from '../ui/times'
import { ringOf } from './field-of'
import type { SessionInList } from './sessions'
import { byHour } from './today'
import { inPlace, leftShort } from './words'
import './day-bands.css'

/** More than two in one light stand behind "+3". */
const SHOWN_AN_HOUR = 2

/** One day from dawn to night; on a phone a band for each session. */
export function DayBands(props: {
  sessions: SessionInList[]
  now: number
  yours: Map<number, number>
}) {
  const start = (session: SessionInList) =>
    [clock(session.start_time, session.time_zone), inPlace(session, props.sessions, readersZone())]
      .filter(Boolean)
      .join(' ')
  return (
    <div class="day-bands">
      {/* By their place: a band whose sessions are counted again is the same band. */}
      <Index each={byHour(props.sessions)}>
        {(band) => (
          <HourField
            field={band().hour}
            class={band().sessions.length > 0 ? 'day-band' : 'day-band day-band-empty'}
          >
            <ul class="day-band-sessions">
              <Rows each={band().sessions.slice(0, SHOWN_AN_HOUR)}>
                {(session) => (
                  <li>
                    <a class="day-band-session" href={paths.session(session().id)}>
                      <SeatRing
                        {...ringOf(session(), props.now, props.yours.get(session().id))}
                        size={104}
                        silent
                      />
                      <span>
                        <span class="day-band-title">{session().title}</span>
                        <span class="day-band-facts">
                          {start(session())} · {leftShort(session()).toLowerCase()}
                        </span>
                      </span>
                    </a>
                  </li>
                )}
              </Rows>
            </ul>
            <Show when={band().sessions.length > SHOWN_AN_HOUR}>
              <a class="day-band-more" href={paths.sessions()}>
                +{band().sessions.length - SHOWN_AN_HOUR} more
              </a>
            </Show>
            <span class="day-band-hour" aria-hidden="true">
              {band().from}:00
            </span>
          </HourField>
        )}
      </Index>
    </div>
  )
}
