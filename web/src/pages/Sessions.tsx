import { createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { orKeep } from '../api'
import { useYourSeats } from '../bookings/mine'
import { paths } from '../paths'
import { byDay } from '../sessions/by-day'
import { SessionRow } from '../sessions/SessionRow'
import { comingSessions, type Filter } from '../sessions/sessions'
import { words } from '../sessions/words'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Select, TextField } from '../ui/Field'
import { clock, readersZone } from '../ui/times'
import { Page } from './Page'
import './sessions.css'

/** What is to come, by day. What is looked for stands in the address. */
export default function Sessions() {
  const [search, setSearch] = useSearchParams<{ type: string; from: string; facilitator: string }>()
  const [pages, setPages] = createSignal(1)
  const filter = createMemo<Filter>(() => filterIn(search))
  const found = createAsync((last: Found | undefined) =>
    orKeep(last, comingSessions(filter(), pages()).then(counted)),
  )
  const yours = useYourSeats()
  const days = createMemo(() => byDay(found()?.items ?? [], found()?.at ?? 0))
  const title = () => (filter().type === 'retreat' ? 'Retreats' : 'Sessions')
  return (
    <Page title={title()} class="page browse">
      <Filters filter={filter()} onChange={(change) => setSearch(change)} />
      <div>
        <div class="browse-head">
          <h1>{title()}</h1>
          <Show when={found()}>
            {(list) => (
              <p class="quiet">
                {summary(list())}{' '}
                <Show when={filter().facilitator ? list().items[0] : undefined}>
                  {(first) => (
                    <>
                      With {first().facilitator}. <a href={paths.sessions()}>Show everybody</a>
                    </>
                  )}
                </Show>
              </p>
            )}
          </Show>
        </div>
        <For
          each={days()}
          fallback={
            <Empty
              title={Object.keys(filter()).length > 0 ? words.nothingMatches : words.nothingPlanned}
            >
              <Show when={Object.keys(filter()).length > 0}>
                <a href={paths.sessions()}>Show everything</a>
              </Show>
            </Empty>
          }
        >
          {(day) => (
            <section class="browse-day" aria-labelledby={`day-${day.key}`}>
              <h2 id={`day-${day.key}`}>{day.heading}</h2>
              <ul>
                <For each={day.sessions}>
                  {(session) => (
                    <SessionRow
                      session={session}
                      now={found()?.at ?? 0}
                      yours={yours().get(session.id)}
                    />
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
        <Show when={found()?.hasMore}>
          <p class="browse-more">
            <Button onClick={() => setPages((count) => count + 1)}>Show more</Button>
          </p>
        </Show>
      </div>
    </Page>
  )
}

type Listed = Awaited<ReturnType<typeof comingSessions>>
type Found = Listed & { at: number }

const counted = (list: Listed): Found => ({ ...list, at: Date.now() })

function summary({ items, hasMore, at }: Found): string {
  const count = `${items.length}${hasMore ? ' and more' : ''} to come.`
  return `${count} Counted at ${clock(at, readersZone())}.`
}

function filterIn(search: Record<string, string | undefined>): Filter {
  const { type, from, facilitator } = search
  return {
    ...(type === 'session' || type === 'retreat' ? { type } : {}),
    ...(from && /^\d{4}-\d{2}-\d{2}$/.test(from) ? { from } : {}),
    ...(facilitator && /^[1-9]\d{0,14}$/.test(facilitator) ? { facilitator } : {}),
  }
}

function Filters(props: {
  filter: Filter
  onChange: (change: { type?: string; from?: string }) => void
}) {
  return (
    <search class="browse-filters">
      <Select
        label="Kind"
        value={props.filter.type ?? ''}
        onChange={(event) => props.onChange({ type: event.currentTarget.value })}
      >
        <option value="">Everything</option>
        <option value="session">Sessions</option>
        <option value="retreat">Retreats</option>
      </Select>
      <TextField
        label="From"
        type="date"
        value={props.filter.from ?? ''}
        onChange={(event) => props.onChange({ from: event.currentTarget.value })}
      />
    </search>
  )
}
