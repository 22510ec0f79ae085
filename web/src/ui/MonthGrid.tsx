import { createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { dateName, type MonthDay, monthName, weekdayNames, weekStart, weeksOf } from './month'
import './month-grid.css'

type MonthGridProps<Entry> = {
  /** `2026-12` */
  month: string
  /** Monday is 1; left out, it is as the reader's locale has it. */
  weekStartsOn?: number
  /** `2026-12-05`, marked as today. */
  today?: string
  /** What stands on which date (`2026-12-05`), in the order it is shown. */
  entries: Map<string, Entry[]>
  /** What a phone says of a month without entries; a table shows it by itself. */
  none: string
  /** One entry on one of its days. */
  children: (entry: Entry, date: string) => JSX.Element
}

/** A month with what happens on each day: a table, or on a phone the days that have something. */
export function MonthGrid<Entry>(props: MonthGridProps<Entry>) {
  const isNarrow = createMatch('(max-width: 48rem)')
  const first = () => props.weekStartsOn ?? weekStart()
  const weeks = createMemo(() => weeksOf(props.month, first()))
  /** Over, and nothing to be seen of it: it takes no room from what comes. */
  const isPast = (week: MonthDay[]) =>
    week.every(({ date }) => date < (props.today ?? '') && !props.entries.has(date))
  return (
    <Show when={!isNarrow()} fallback={<Agenda {...props} weeks={weeks()} />}>
      <table class="month-grid">
        <caption class="hidden-visually">{monthName(props.month)}</caption>
        <thead>
          <tr>
            <For each={weekdayNames(first())}>
              {(name) => (
                <th scope="col" abbr={name.long}>
                  {name.short}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(week) => (
              <tr classList={{ 'month-week-past': isPast(week) }}>
                <For each={week}>
                  {(day) => (
                    <td
                      classList={{ around: !day.isInMonth }}
                      aria-current={day.date === props.today ? 'date' : undefined}
                    >
                      <time datetime={day.date}>
                        <span aria-hidden="true">{Number(day.date.slice(8))}</span>
                        <span class="hidden-visually">{dateName(day.date)}</span>
                      </time>
                      <Entries {...props} date={day.date} />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  )
}

/** The days of the month that have something, one below the other. */
function Agenda<Entry>(props: MonthGridProps<Entry> & { weeks: ReturnType<typeof weeksOf> }) {
  const days = () =>
    props.weeks
      .flat()
      .filter(({ date, isInMonth }) => isInMonth && (props.entries.get(date)?.length ?? 0) > 0)
  return (
    <ol class="month-agenda" aria-label={monthName(props.month)}>
      <For each={days()} fallback={<li class="quiet">{props.none}</li>}>
        {(day) => (
          <li aria-current={day.date === props.today ? 'date' : undefined}>
            <time class="agenda-date" datetime={day.date}>
              {dateName(day.date)}
            </time>
            <Entries {...props} date={day.date} />
          </li>
        )}
      </For>
    </ol>
  )
}

function Entries<Entry>(props: MonthGridProps<Entry> & { date: string }) {
  return (
    <Show when={props.entries.get(props.date)}>
      {(entries) => (
        <ul class="month-entries">
          <For each={entries()}>{(entry) => <li>{props.children(entry, props.date)}</li>}</For>
        </ul>
      )}
    </Show>
  )
}

function createMatch(query: string) {
  const list = matchMedia(query)
  const [matches, setMatches] = createSignal(list.matches)
  const onChange = () => setMatches(list.matches)
  list.addEventListener('change', onChange)
  onCleanup(() => list.removeEventListener('change', onChange))
  return matches
}
