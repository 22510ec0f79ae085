import { createMemo, For, Show } from 'solid-js'
import { browseWords } from './browse-words'
import { byDay } from './by-day'
import { inPortions } from './in-portions'
import { SessionRow } from './SessionRow'
import type { SessionInList } from './sessions'
import './list-of-sessions.css'

/** Under the heading of their day; in any other order one after the other, each with its own day. */
export function ListOfSessions(props: {
  sessions: SessionInList[]
  at: number
  isByDay: boolean
  yours: Map<number, number>
}) {
  const rowAmong = (among: SessionInList[]) => (session: SessionInList) => (
    <SessionRow
      session={session}
      among={among}
      now={props.at}
      yours={props.yours.get(session.id)}
      withDay={!props.isByDay}
    />
  )
  const days = createMemo(() => (props.isByDay ? byDay(props.sessions, props.at) : []))
  const { portion, isWhole } = inPortions(days)
  return (
    <Show
      when={props.isByDay}
      fallback={
        <>
          {/* Seen it goes without saying; who listens goes from heading to heading. */}
          <h2 class="hidden-visually">{browseWords.found}</h2>
          <ul class="sessions-ranked">
            <For each={props.sessions}>{rowAmong(props.sessions)}</For>
          </ul>
        </>
      }
    >
      <For each={portion()}>
        {(day) => (
          <section class="sessions-day" aria-labelledby={`day-${day.key}`}>
            <h2 id={`day-${day.key}`}>{day.heading}</h2>
            <ul>
              <For each={day.sessions}>{rowAmong(day.sessions)}</For>
            </ul>
          </section>
        )}
      </For>
      <Show when={!isWhole()}>
        <div class="sessions-to-follow" />
      </Show>
    </Show>
  )
}
