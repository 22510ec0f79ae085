import { createMemo, Show } from 'solid-js'
import { orKeep } from '../api'
import { paths } from '../paths'
import { createStored } from '../stored'
import { HourField } from '../ui/HourField'
import { MonthGrid } from '../ui/MonthGrid'
import { MonthNav } from '../ui/MonthNav'
import { weekStart } from '../ui/month'
import { dayKey, readersZone } from '../ui/times'
import { browseWords, calendarTime, noneInMonth } from './browse-words'
import { byDate, type DayEntry, datesAround, retreatsBefore } from './by-date'
import { fieldOf } from './field-of'
import { createRecount, recounted } from './recount'
import type { Search } from './search'
import { filterOf } from './search'
import { type Filter, type SessionInList, sessionsOn } from './sessions'
import { leftShort } from './words'
import './month-of-sessions.css'

/** What is looked for, on the days of one month, each in its light. */
export function MonthOfSessions(props: {
  search: Search
  month: string
  yours: Map<number, number>
}) {
  const first = weekStart()
  const today = () => dayKey(Date.now(), readersZone())
  const recount = createRecount()
  const found = createStored<Found | undefined>(async (last) => {
    const times = recount()
    const wanted = { ...filterOf(props.search), ...datesAround(props.month, first) }
    const asked = JSON.stringify(wanted)
    if (last?.asked === asked && times > last.times) {
      return { ...last, times, items: await recounted(last.items) }
    }
    return orKeep(
      last,
      monthOf(wanted, today()).then((list) => ({ ...list, asked, times })),
    )
  })
  const entries = createMemo(() => byDate(found()?.items ?? []))
  const address = (month: string) => paths.sessions({ ...props.search, view: 'calendar', month })
  return (
    <>
      <MonthNav month={props.month} today={today()} href={address} earliest={today().slice(0, 7)} />
      <Show when={found()?.hasMore}>
        <p class="quiet">{browseWords.moreInMonth}</p>
      </Show>
      <MonthGrid
        month={props.month}
        weekStartsOn={first}
        today={today()}
        entries={entries()}
        none={noneInMonth(props.search)}
      >
        {(entry) => <Entry {...entry} yours={props.yours.has(entry.session.id)} />}
      </MonthGrid>
    </>
  )
}

type Found = Awaited<ReturnType<typeof monthOf>> & { asked: string; times: number }

/** What begins on those dates, and the retreats that have begun before and still run. */
async function monthOf(wanted: Filter & { from: string }, today: string) {
  const earlier = wanted.type === 'session' ? null : retreatsBefore(wanted.from, today)
  const [month, running] = await Promise.all([
    sessionsOn({ ...wanted, sort: 'soonest' }),
    earlier && sessionsOn({ ...wanted, ...earlier, type: 'retreat', sort: 'soonest' }),
  ])
  return { ...month, items: [...(running?.items ?? []), ...month.items] }
}

function Entry(props: DayEntry<SessionInList> & { yours: boolean }) {
  return (
    <a class="month-session plain-link" href={paths.session(props.session.id)}>
      <HourField field={fieldOf(props.session)} class="month-session-field">
        <span>{calendarTime(props.session, props.dayNumber, props.daysAll)}</span>
        <span class="month-session-title">{props.session.title}</span>
        <Show when={props.dayNumber === 1}>
          <span class="month-session-left">
            {props.yours ? browseWords.yoursShort : leftShort(props.session).toLowerCase()}
          </span>
        </Show>
      </HourField>
    </a>
  )
}
