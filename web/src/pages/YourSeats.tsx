import { createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { orKeep } from '../api'
import { BookingRow } from '../bookings/BookingRow'
import { CancelBooking } from '../bookings/CancelBooking'
import { type MyBooking, myBookings } from '../bookings/mine'
import { NextBooking } from '../bookings/NextBooking'
import { words } from '../bookings/words'
import { paths } from '../paths'
import { useReread } from '../sessions/reread'
import { Button, ButtonLink } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Tabs } from '../ui/Tabs'
import { Page } from './Page'
import { SignedIn } from './SignedIn'
import './your-seats.css'

/** One's own seats: the next one first. Which view, and what is about to be cancelled, is in the address. */
export default function YourSeats() {
  return <SignedIn>{() => <Seats />}</SignedIn>
}

function Seats() {
  const [search, setSearch] = useSearchParams<{ view: string; cancel: string }>()
  const [pages, setPages] = createSignal(1)
  const when = () => (search.view === 'past' ? 'past' : 'upcoming')
  const list = createAsync((last: Listed | undefined) =>
    orKeep(
      last?.when === when() ? last : undefined,
      myBookings(when(), pages()).then(listed(when())),
    ),
  )
  useReread(() => myBookings.keyFor(when(), pages()))
  const toCancel = createMemo(() =>
    seated(list()?.items ?? []).find(({ id }) => String(id) === search.cancel),
  )
  const askToCancel = (booking: MyBooking) => setSearch({ cancel: booking.id })
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
            <Coming bookings={shown().items} now={shown().at} onCancel={askToCancel} />
          </Show>
        )}
      </Show>
      <Show when={list()?.hasMore}>
        <Button onClick={() => setPages((count) => count + 1)}>Show more</Button>
      </Show>
      <CancelBooking booking={toCancel()} onClose={() => setSearch({ cancel: null })} />
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

function Coming(props: {
  bookings: MyBooking[]
  now: number
  onCancel: (booking: MyBooking) => void
}) {
  const own = createMemo(() => seated(props.bookings))
  const gone = () => props.bookings.filter((booking) => booking.booking_status === 'cancelled')
  return (
    <>
      <Show
        when={own()[0]}
        fallback={
          <Empty title={words.noSeats}>
            <ButtonLink href={paths.sessions()}>{words.findOne}</ButtonLink>
          </Empty>
        }
      >
        {(first) => <NextBooking booking={first()} now={props.now} onCancel={props.onCancel} />}
      </Show>
      <Show when={own().length > 1}>
        <section class="seats-part">
          <h2>After that</h2>
          <ul>
            <For each={own().slice(1)}>
              {(booking) => (
                <BookingRow booking={booking} now={props.now} onCancel={props.onCancel} />
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={gone().length > 0}>
        <section class="seats-part">
          <h2>Cancelled</h2>
          <ul>
            <For each={gone()}>{(booking) => <BookingRow booking={booking} now={props.now} />}</For>
          </ul>
        </section>
      </Show>
    </>
  )
}

function Past(props: { bookings: MyBooking[]; now: number }) {
  return (
    <ul class="seats-part">
      <For each={props.bookings} fallback={<Empty title={words.noPast} />}>
        {(booking) => <BookingRow booking={booking} now={props.now} />}
      </For>
    </ul>
  )
}
