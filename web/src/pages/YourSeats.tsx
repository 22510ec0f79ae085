import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { orKeep } from '../api'
import { type Acts, BookingRow } from '../bookings/BookingRow'
import { bookAgain } from '../bookings/book-again'
import { CancelBooking } from '../bookings/CancelBooking'
import { type MyBooking, type MyWaiting, myBookings, myWaiting } from '../bookings/mine'
import { NextBooking } from '../bookings/NextBooking'
import { OfferRow } from '../bookings/OfferRow'
import { ReduceBooking } from '../bookings/ReduceBooking'
import { undoLeaving } from '../bookings/undo-leaving'
import type { Answered } from '../bookings/use-asking'
import { WaitingRow } from '../bookings/WaitingRow'
import { words } from '../bookings/words'
import { createPages } from '../create-pages'
import { paths } from '../paths'
import { useReread } from '../sessions/reread'
import { createStored } from '../stored'
import { Button, ButtonLink } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { say } from '../ui/Say'
import { Tabs } from '../ui/Tabs'
import { createUndo, type Undoable, UndoLine } from '../ui/Undo'
import { Page } from './Page'
import { SignedIn } from './SignedIn'
import './your-seats.css'

/** One's own seats: the next one first. Which view, and what is about to be given back, is in the address. */
export default function YourSeats() {
  return <SignedIn>{() => <Seats />}</SignedIn>
}

function Seats() {
  const [search, setSearch] = useSearchParams<{
    view: string
    cancel: string
    fewer: string
  }>()
  const { pages, more } = createPages()
  const when = () => (search.view === 'past' ? 'past' : 'upcoming')
  // A row read again is the same row: what is open in it, or being asked there, stays.
  const list = createStored((last: Listed | undefined) =>
    orKeep(
      last?.when === when() ? last : undefined,
      myBookings(when(), pages()).then(listed(when())),
    ),
  )
  useReread(() => myBookings.keyFor(when(), pages()))
  const waiting = createStored((last: MyWaiting[] | undefined) => orKeep(last, myWaiting()))
  useReread(() => myWaiting.key)
  const named = (id: string | undefined) =>
    seated(list()?.items ?? []).find((booking) => String(booking.id) === id)
  const toCancel = createMemo(() => named(search.cancel))
  const toReduce = createMemo(() => named(search.fewer))
  const acts: Acts = {
    onCancel: ({ id }) => setSearch({ cancel: id }),
    onReduce: ({ id }) => setSearch({ fewer: id }),
  }
  const undo = createUndo()
  const navigate = useNavigate()
  const tell = (answered: Answered, back: Undoable | null) => {
    undo.clear()
    if (back) undo.offer(back)
    else say(answered.message)
  }
  const tellLeft = (left: Answered) => tell(left, undoLeaving(left))
  const tellCancelled = (answered: Answered) => tell(answered, bookAgain(answered, navigate))
  return (
    <Page title={words.yourSeats} class="page page-narrow">
      <div class="page-head">
        <h1>{words.yourSeats}</h1>
        <Tabs
          label="Which seats"
          tabs={[
            { href: paths.yourSeats(), label: 'Coming', current: when() === 'upcoming' },
            { href: paths.yourSeats('past'), label: 'Past', current: when() === 'past' },
          ]}
        />
      </div>
      <Show when={list()}>
        {(shown) => (
          <Show
            when={shown().when === 'upcoming'}
            fallback={<Past bookings={shown().items} now={shown().at} />}
          >
            <Offers waiting={waiting() ?? []} now={shown().at} />
            <Coming
              bookings={shown().items}
              waiting={waiting() ?? []}
              now={shown().at}
              acts={acts}
              onLeft={tellLeft}
            />
          </Show>
        )}
      </Show>
      <Show when={list()?.hasMore}>
        <Button onClick={more}>Show more</Button>
      </Show>
      <UndoLine of={undo} floats after={[list()?.at, waiting()?.length]} />
      <CancelBooking
        booking={toCancel()}
        onClose={() => setSearch({ cancel: null })}
        onCancelled={tellCancelled}
      />
      <ReduceBooking booking={toReduce()} onClose={() => setSearch({ fewer: null })} />
    </Page>
  )
}

type Read = Awaited<ReturnType<typeof myBookings>>
type Listed = Read & { when: 'upcoming' | 'past'; at: number }

const listed = (when: Listed['when']) => (list: Read) => ({ ...list, when, at: Date.now() })

/** Those that are still one's own, soonest first. */
function seated(bookings: MyBooking[]): MyBooking[] {
  return bookings
    .filter((booking) => booking.booking_status === 'confirmed')
    .toSorted((a, b) => a.session.start_time.localeCompare(b.session.start_time))
}

/** What is kept for them stands above all else: it ends. */
function Offers(props: { waiting: MyWaiting[]; now: number }) {
  const offers = () => props.waiting.filter(({ booking_status }) => booking_status === 'offered')
  return (
    <Show when={offers().length > 0}>
      <ul class="seats-offers">
        <For each={offers()}>{(offer) => <OfferRow booking={offer} now={props.now} />}</For>
      </ul>
    </Show>
  )
}

function Coming(props: {
  bookings: MyBooking[]
  waiting: MyWaiting[]
  now: number
  acts: Acts
  onLeft: (left: Answered) => void
}) {
  const own = createMemo(() => seated(props.bookings))
  const gone = () => props.bookings.filter((booking) => booking.booking_status === 'cancelled')
  const onList = () => props.waiting.filter(({ booking_status }) => booking_status === 'waitlisted')
  return (
    <>
      <Show
        when={own()[0]}
        fallback={
          <Show when={props.waiting.length === 0}>
            <Empty title={words.noSeats}>
              <ButtonLink href={paths.sessions()}>{words.findOne}</ButtonLink>
            </Empty>
          </Show>
        }
      >
        {(first) => <NextBooking booking={first()} now={props.now} acts={props.acts} />}
      </Show>
      <Part title={words.afterThat} items={own().slice(1)}>
        {(booking) => <BookingRow booking={booking} now={props.now} acts={props.acts} />}
      </Part>
      <Part title={words.waiting} items={onList()}>
        {(booking) => <WaitingRow booking={booking} now={props.now} onLeft={props.onLeft} />}
      </Part>
      <Part title={words.cancelled} items={gone()}>
        {(booking) => <BookingRow booking={booking} now={props.now} />}
      </Part>
    </>
  )
}

function Part<B extends MyBooking>(props: {
  title: string
  items: B[]
  children: (booking: B) => JSX.Element
}) {
  return (
    <Show when={props.items.length > 0}>
      <section class="seats-part">
        <h2>{props.title}</h2>
        <ul>
          <For each={props.items}>{props.children}</For>
        </ul>
      </section>
    </Show>
  )
}

function Past(props: { bookings: MyBooking[]; now: number }) {
  return (
    <Show when={props.bookings.length > 0} fallback={<Empty title={words.noPast} />}>
      <section class="seats-part">
        <h2 class="hidden-visually">{words.hasPassed}</h2>
        <ul>
          <For each={props.bookings}>
            {(booking) => <BookingRow booking={booking} now={props.now} />}
          </For>
        </ul>
      </section>
    </Show>
  )
}
