import { createAsync } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { orKeep } from '../api'
import { useYourSeats } from '../bookings/mine'
import { paths } from '../paths'
import { DayBands } from '../sessions/DayBands'
import { DaysAhead } from '../sessions/DaysAhead'
import { RetreatRow } from '../sessions/RetreatRow'
import { createRecount, hasBegun, recounted } from '../sessions/recount'
import { readStart } from '../sessions/sessions'
import { daysAfter, firstFreeDay } from '../sessions/today'
import { freeSentence, retreatsSentence, words } from '../sessions/words'
import { Empty } from '../ui/Empty'
import { Rows } from '../ui/Rows'
import { day, shortDay, zonePlace } from '../ui/times'
import { Page } from './Page'
import './home.css'

/** How much is free and when; the day in its light; what comes after it; and how it works. */
export default function Home() {
  const recount = createRecount()
  const read = createAsync<Reading | undefined>(async (last) => {
    const isFirst = recount() === 0
    // What has begun is no longer to come: then the list is another.
    if (isFirst || !last || hasBegun(last.coming)) return orKeep(last, readStart())
    const [coming, retreats] = await Promise.all([recounted(last.coming), recounted(last.retreats)])
    return { ...last, coming, retreats, at: Date.now() }
  })
  const yours = useYourSeats()
  const isEmpty = () => read()?.coming.length === 0 && read()?.retreats.length === 0
  return (
    <Page title={read.latest ? sentence(read.latest) : words.home} class="home">
      <div class="page">
        <h1 class="home-sentence">
          <Show when={read()}>{(now) => <>{sentence(now())}</>}</Show>
        </h1>
        <p class="lede home-lede">{isEmpty() ? words.homeEmptyLede : words.homeLede}</p>
      </div>
      <Show when={read()}>{(now) => <TheDay now={now()} yours={yours()} />}</Show>
      <Show when={read()?.retreats.length}>
        <section class="page home-part">
          <h2>{words.retreatsAhead}</h2>
          <ul>
            <Rows each={read()?.retreats}>
              {(retreat) => (
                <RetreatRow
                  session={retreat()}
                  now={read()?.at ?? 0}
                  yours={yours().get(retreat().id)}
                />
              )}
            </Rows>
          </ul>
        </section>
      </Show>
      <Show when={!isEmpty()} fallback={<NothingYet />}>
        <section class="page home-part home-how">
          <h2>{words.howItWorks}</h2>
          <div>
            <For each={words.howSentences}>{(said) => <p class="lede">{said}</p>}</For>
          </div>
        </section>
      </Show>
    </Page>
  )
}

type Reading = Awaited<ReturnType<typeof readStart>>

function sentence({ coming, retreats, at }: Reading): string {
  const free = firstFreeDay(coming, at)
  const first = free?.sessions[0]
  if (free && first) {
    if (free.left === 0) return words.allFull
    return freeSentence(free.left, free.near ?? `on ${shortDay(first.start_time, first.time_zone)}`)
  }
  if (retreats.length === 0) return words.nothingPlanned
  const left = retreats.reduce((sum, retreat) => sum + retreat.available_spots, 0)
  return left === 0 ? words.allFull : retreatsSentence(left, retreats.length)
}

function TheDay(props: { now: Reading; yours: Map<number, number> }) {
  const free = createMemo(() => firstFreeDay(props.now.coming, props.now.at))
  const first = () => free()?.sessions[0]
  const zones = () => new Set(free()?.sessions.map((session) => session.time_zone))
  const ahead = () => {
    const shown = first()
    return shown ? daysAfter(shown, props.now.coming, props.now.isWhole) : []
  }
  return (
    <Show when={first()}>
      {(session) => (
        <section class="home-day">
          <div class="page home-day-head">
            <h2>{day(session().start_time, session().time_zone)}</h2>
            <Show when={zones().size === 1}>
              <span class="quiet">times in {zonePlace(session().time_zone)}</span>
            </Show>
            <a class="home-day-all" href={paths.sessions()}>
              {words.allComing}
            </a>
          </div>
          <div class="home-bands">
            <DayBands sessions={free()?.sessions ?? []} now={props.now.at} yours={props.yours} />
          </div>
          <Show when={ahead().length > 0}>
            <div class="page home-ahead">
              <DaysAhead days={ahead()} />
            </div>
          </Show>
          <p class="page home-day-on">
            <a href={paths.sessions()}>{words.allComing}</a>
          </p>
        </section>
      )}
    </Show>
  )
}

function NothingYet() {
  return (
    <Empty title={words.roomReady}>
      <a href={paths.deskNewSession}>{words.planFirst}</a>
    </Empty>
  )
}
