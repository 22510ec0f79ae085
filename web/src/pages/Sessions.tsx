import { createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { orKeep } from '../api'
import { useYourSeats } from '../bookings/mine'
import { paths } from '../paths'
import { byDay } from '../sessions/by-day'
import { FilterSheet } from '../sessions/FilterSheet'
import { Filters } from '../sessions/Filters'
import { NothingFound } from '../sessions/NothingFound'
import { SessionRow } from '../sessions/SessionRow'
import { filterOf, pagesIn, type Search, searchIn } from '../sessions/search'
import { comingSessions, type SessionInList } from '../sessions/sessions'
import { foundWords, showWords, words } from '../sessions/words'
import { Button } from '../ui/Button'
import { clock, readersZone } from '../ui/times'
import { Page } from './Page'
import './sessions.css'

/** What is to come, by day, or by how well it fits the words. What is looked for stands in the address. */
export default function Sessions() {
  const [query, setQuery] = useSearchParams()
  const search = createMemo(() => searchIn(query))
  const found = createAsync((last: Found | undefined) =>
    orKeep(last, comingSessions(filterOf(search()), pagesIn(query)).then(counted)),
  )
  const title = () => (search().type === 'retreat' ? words.retreats : words.sessions)
  const change = (changed: { [Name in keyof Search]: string | undefined }) =>
    setQuery({ ...changed, pages: undefined }, { replace: true })
  return (
    <Page title={title()} class="page browse">
      <div class="browse-filters">
        <Filters search={search()} onChange={change} />
      </div>
      <div>
        <div class="browse-head">
          <h1>{title()}</h1>
          <FilterSheet
            class="browse-sheet"
            search={search()}
            found={showWords(found()?.items.length ?? 0, found()?.hasMore ?? false)}
            onChange={change}
          />
          <p class="quiet" role="status">
            <Show when={found()}>{(list) => <>{summary(list())}</>}</Show>{' '}
            <Show when={search().facilitator ? found()?.items[0] : undefined}>
              {(first) => (
                <>
                  With {first().facilitator}. <a href={paths.sessions()}>Show everybody</a>
                </>
              )}
            </Show>
          </p>
        </div>
        <Show
          when={found()?.items.length !== 0}
          fallback={
            <NothingFound search={search()} onDrop={(name) => change({ [name]: undefined })} />
          }
        >
          <Show when={found()}>
            {(list) => <Rows found={list()} isRanked={search().q !== undefined} />}
          </Show>
        </Show>
        <Show when={found()?.hasMore}>
          <p class="browse-more">
            <Button onClick={() => setQuery({ pages: pagesIn(query) + 1 }, { replace: true })}>
              Show more
            </Button>
          </p>
        </Show>
      </div>
    </Page>
  )
}

type Listed = Awaited<ReturnType<typeof comingSessions>>
type Found = Listed & { at: number }

const counted = (list: Listed): Found => ({ ...list, at: Date.now() })

const summary = ({ items, hasMore, at }: Found) =>
  `${foundWords(items.length, hasMore)}. Counted at ${clock(at, readersZone())}.`

/** Under the heading of their day; what was searched for comes best first, each with its own day. */
function Rows(props: { found: Found; isRanked: boolean }) {
  const yours = useYourSeats()
  const rowAmong = (among: SessionInList[]) => (session: SessionInList) => (
    <SessionRow
      session={session}
      among={among}
      now={props.found.at}
      yours={yours().get(session.id)}
      withDay={props.isRanked}
    />
  )
  return (
    <Show
      when={!props.isRanked}
      fallback={
        <ul class="browse-ranked">
          <For each={props.found.items}>{rowAmong(props.found.items)}</For>
        </ul>
      }
    >
      <For each={byDay(props.found.items, props.found.at)}>
        {(day) => (
          <section class="browse-day" aria-labelledby={`day-${day.key}`}>
            <h2 id={`day-${day.key}`}>{day.heading}</h2>
            <ul>
              <For each={day.sessions}>{rowAmong(day.sessions)}</For>
            </ul>
          </section>
        )}
      </For>
    </Show>
  )
}
