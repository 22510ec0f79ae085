import { createAsync } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { orKeep } from '../api'
import { useYourSeats } from '../bookings/mine'
import { paths } from '../paths'
import { DayBands } from '../sessions/DayBands'
import { RetreatRow } from '../sessions/RetreatRow'
import { useReread } from '../sessions/reread'
import { nextSessions, readStart, type SessionInList } from '../sessions/sessions'
import { type FreeDay, firstFreeDay } from '../sessions/today'
import { freeSentence, words } from '../sessions/words'
import { Empty } from '../ui/Empty'
import { day, shortDay, zonePlace } from '../ui/times'
import { Page } from './Page'
import './home.css'

/** How much is free and when; the day in its light; the retreats ahead. */
export default function Home() {
  const read = createAsync((last: Reading | undefined) => orKeep(last, readStart()))
  useReread(() => nextSessions.key)
  const yours = useYourSeats()
  const free = createMemo(() => {
    const now = read()
    return now ? firstFreeDay(now.coming, now.at) : null
  })
  const isEmpty = () => read() !== undefined && !free() && read()?.retreats.length === 0
  return (
    <Page title={sentence(free())} class="home">
      <div class="page">
        <h1 class="home-sentence">{read() ? sentence(free()) : ''}</h1>
        <Show when={!isEmpty()}>
          <p class="lede home-lede">Every dot is a seat, counted this moment. Sit down in one.</p>
        </Show>
      </div>
      <Show when={free()}>
        {(shown) => <TheDay free={shown()} now={read()?.at ?? 0} yours={yours()} />}
      </Show>
      <Show when={read()?.retreats.length}>
        <section class="page home-retreats">
          <h2>Retreats ahead</h2>
          <ul>
            <For each={read()?.retreats}>
              {(retreat) => (
                <RetreatRow
                  session={retreat}
                  now={read()?.at ?? 0}
                  yours={yours().get(retreat.id)}
                />
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={isEmpty()}>
        <Empty title="The room is ready.">
          <p class="quiet">Whatever somebody publishes shows here.</p>
        </Empty>
      </Show>
    </Page>
  )
}

type Reading = Awaited<ReturnType<typeof readStart>>

function sentence(free: FreeDay<SessionInList> | null): string {
  const first = free?.sessions[0]
  if (!free || !first) return words.nothingPlanned
  if (free.left === 0) return words.allFull
  return freeSentence(free.left, free.near ?? `on ${shortDay(first.start_time, first.time_zone)}`)
}

function TheDay(props: { free: FreeDay<SessionInList>; now: number; yours: Map<number, number> }) {
  const first = () => props.free.sessions[0]
  const zones = () => new Set(props.free.sessions.map((session) => session.time_zone))
  return (
    <section class="home-day">
      <div class="page home-day-head">
        <Show when={first()}>
          {(session) => (
            <>
              <h2>{day(session().start_time, session().time_zone)}</h2>
              <Show when={zones().size === 1}>
                <span class="quiet">times in {zonePlace(session().time_zone)}</span>
              </Show>
            </>
          )}
        </Show>
        <a class="home-day-all" href={paths.sessions()}>
          All that is coming
        </a>
      </div>
      <div class="home-bands">
        <DayBands sessions={props.free.sessions} now={props.now} yours={props.yours} />
      </div>
    </section>
  )
}
