import { For, Show } from 'solid-js'
import { createPages } from '../../create-pages'
import { BookingRow } from '../../desk/BookingRow'
import { LoadMore } from '../../desk/LoadMore'
import { words as peopleWords } from '../../desk/people-words'
import { createDeskAsync, deskBookings } from '../../desk/queries'
import { words } from '../../desk/words'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Page } from '../Page'

/** Bookings of all her sessions, newest first. */
export default function DeskBookings() {
  const { pages, more } = createPages()
  const list = createDeskAsync(() => deskBookings(pages()))
  const bookings = () => list()?.items ?? []
  return (
    <Page title={words.bookings} class="desk-page">
      <div class="desk-head">
        <h1>{words.bookings}</h1>
      </div>
      <Show when={bookings().length > 0} fallback={<NobodyYet />}>
        <ul class="people">
          <For each={bookings()}>{(booking) => <BookingRow booking={booking} />}</For>
        </ul>
      </Show>
      <LoadMore when={list()?.hasMore} onMore={more} />
    </Page>
  )
}

function NobodyYet() {
  return (
    <Empty title={peopleWords.noBookings}>
      <ButtonLink href={paths.deskSessions()}>{words.yourSessions}</ButtonLink>
    </Empty>
  )
}
