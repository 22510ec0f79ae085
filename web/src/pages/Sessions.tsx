import { useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { orKeep } from '../api'
import { useYourSeats } from '../bookings/mine'
import { paths } from '../paths'
import { browseWords, foundWords, showWords } from '../sessions/browse-words'
import { FilterSheet } from '../sessions/FilterSheet'
import { type Change, Filters } from '../sessions/Filters'
import { ListOfSessions } from '../sessions/ListOfSessions'
import { MonthOfSessions } from '../sessions/MonthOfSessions'
import { NothingFound } from '../sessions/NothingFound'
import { createRecount, hasBegun, recounted } from '../sessions/recount'
import { filterOf, orderIn, pagesIn, type Search, searchIn } from '../sessions/search'
import { comingSessions } from '../sessions/sessions'
import { words } from '../sessions/words'
import { createStored } from '../stored'
import { Button } from '../ui/Button'
import { createMedia } from '../ui/media'
import { monthIn } from '../ui/month'
import { Tabs } from '../ui/Tabs'
import { clock, dayKey, readersZone } from '../ui/times'
import { Page } from './Page'
import './sessions.css'

/**
 * What is to come, as a list or by month. What is looked for, in which order and how it is shown
 * stands in the address.
 */
export default function Sessions() {
  const [query, setQuery] = useSearchParams()
  const yours = useYourSeats()
  const search = createMemo(() => searchIn(query))
  const order = () => orderIn(query, search())
  const month = () => monthIn(query.month) ?? (search().on ?? today()).slice(0, 7)
  const isCalendar = () => query.view === 'calendar'
  // Elsewhere they come with the sheet that is opened for them.
  const isWide = createMedia('(width > 56rem)')
  const recount = createRecount()
  // A row counted again is the same row: the focus stays in it, and its ring shows what changed.
  const found = createStored<Found | undefined>(async (last) => {
    const times = recount()
    if (isCalendar()) return undefined
    const wanted = { ...filterOf(search()), sort: order() }
    const pages = pagesIn(query)
    const asked = JSON.stringify([wanted, pages])
    if (last?.asked === asked && times > last.times && !hasBegun(last.items)) {
      return { ...last, times, at: Date.now(), items: await recounted(last.items) }
    }
    const read = comingSessions(wanted, pages)
    return orKeep(
      last,
      read.then((list) => ({ ...list, asked, times, at: Date.now() })),
    )
  })
  const title = () => (search().type === 'retreat' ? browseWords.retreats : browseWords.sessions)
  const change = (changed: Change) =>
    setQuery({ ...changed, pages: undefined, ...(changed.on ? AS_LIST : {}) }, { replace: true })
  return (
    <Page title={title()} class="page browse">
      <Show when={isWide()}>
        <div class="browse-filters">
          <Filters search={search()} order={isCalendar() ? undefined : order()} onChange={change} />
        </div>
      </Show>
      <div>
        <div class="browse-head">
          <h1>{title()}</h1>
          <FilterSheet
            class="browse-sheet"
            search={search()}
            order={isCalendar() ? undefined : order()}
            found={isCalendar() ? browseWords.showMonth : showFound(found())}
            onChange={change}
          />
        </div>
        <Tabs
          label={browseWords.listOrCalendar}
          tabs={[
            {
              href: paths.sessions({ ...search(), sort: sortAsked(query) }),
              label: browseWords.list,
              current: !isCalendar(),
            },
            {
              href: paths.sessions({ ...withoutDay(search()), view: 'calendar', month: month() }),
              label: browseWords.calendar,
              current: isCalendar(),
            },
          ]}
        />
        {/* Where nothing fits, a sentence in the middle says so; here it is for those who listen. */}
        <p
          class="quiet browse-found"
          classList={{ 'hidden-visually': found()?.items.length === 0 && !search().facilitator }}
          role="status"
        >
          <Show when={found()}>{(list) => <>{summary(list())} </>}</Show>
          <Show when={search().facilitator}>
            <a href={paths.sessions()}>{words.everybody}</a>
          </Show>
        </p>
        <Show
          when={isCalendar()}
          fallback={
            <Show
              when={found()?.items.length !== 0}
              fallback={
                <NothingFound search={search()} onDrop={(name) => change({ [name]: undefined })} />
              }
            >
              <ListOfSessions
                sessions={found()?.items ?? []}
                at={found()?.at ?? 0}
                isByDay={order() === 'soonest'}
                yours={yours()}
              />
            </Show>
          }
        >
          <MonthOfSessions search={withoutDay(search())} month={month()} yours={yours()} />
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
/** What was asked for, how often its seats were counted since, and when that was last. */
type Found = Listed & { asked: string; times: number; at: number }

/** Whoever asks for one day wants to see that day. */
const AS_LIST = { view: undefined, month: undefined }

const summary = ({ items, hasMore, at }: Found) =>
  `${foundWords(items.length, hasMore)}. Counted at ${clock(at, readersZone())}.`

const showFound = (found: Found | undefined) =>
  showWords(found?.items.length ?? 0, found?.hasMore ?? false)

const today = () => dayKey(Date.now(), readersZone())

/** A month has its days beside each other. */
const withoutDay = ({ on: _, ...search }: Search): Search => search

const sortAsked = ({ sort }: { sort?: string | string[] }) =>
  typeof sort === 'string' ? sort : undefined
