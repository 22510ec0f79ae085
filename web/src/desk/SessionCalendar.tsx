import { createMemo, Show } from 'solid-js'
import { paths } from '../paths'
import { byDate, type DayEntry, datesAround } from '../sessions/by-date'
import { fieldOf } from '../sessions/field-of'
import { HourField } from '../ui/HourField'
import { MonthGrid } from '../ui/MonthGrid'
import { MonthNav } from '../ui/MonthNav'
import { weekStart } from '../ui/month'
import { clock, dayKey, readersZone } from '../ui/times'
import { createDeskAsync, type DeskSession, deskSessionsOn } from './queries'
import { statusOf } from './status'
import { calendarFigure, dayOfRetreat, words } from './words'
import './session-calendar.css'

/** Her sessions by month: every status, each in the light it starts in. */
export function SessionCalendar(props: { month: string; now: number }) {
  const first = weekStart()
  const list = createDeskAsync(() => deskSessionsOn(datesAround(props.month, first)))
  const entries = createMemo(() => byDate(list()?.items ?? []))
  const today = () => dayKey(props.now, readersZone())
  return (
    <>
      <MonthNav month={props.month} today={today()} href={(month) => paths.deskCalendar(month)} />
      <MonthGrid
        month={props.month}
        weekStartsOn={first}
        today={today()}
        entries={entries()}
        none={words.noneInMonth}
      >
        {(entry) => <Entry {...entry} now={props.now} />}
      </MonthGrid>
    </>
  )
}

function Entry(props: DayEntry<DeskSession> & { now: number }) {
  const status = () => statusOf(props.session, props.now)
  const time = () =>
    props.dayNumber === 1
      ? clock(props.session.start_time, props.session.time_zone)
      : dayOfRetreat(props.dayNumber, props.daysAll)
  return (
    <a class="calendar-entry plain-link" href={paths.deskSession(props.session.id)}>
      <HourField field={fieldOf(props.session)} class={`calendar-field ${status()}`}>
        <span class="calendar-time">{time()}</span>{' '}
        <span class="calendar-title">{props.session.title}</span>{' '}
        <Show when={props.dayNumber === 1}>
          <span class="calendar-figure">{calendarFigure(props.session, status())}</span>
        </Show>
      </HourField>
    </a>
  )
}
