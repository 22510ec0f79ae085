import { revalidate, useLocation } from '@solidjs/router'
import { createEffect, For, on, onCleanup, Show } from 'solid-js'
import { ConnectionState } from '../notifications/ConnectionState'
import { useInbox } from '../notifications/inbox-context'
import { paths } from '../paths'
import { setTitleCount } from '../site/title-count'
import { Wordmark } from '../site/Wordmark'
import { me as findMe, useMe } from '../users/me'
import { words } from './words'
import './desk-bar.css'

/** The head of the desk: where one is, whether notices arrive, who is here. On a phone the ways lie at the bottom. */
export function DeskBar() {
  const me = useMe()
  const location = useLocation()
  const { inbox, wake } = useInbox()
  const current = (href: string) =>
    (href === paths.desk ? location.pathname === href : location.pathname.startsWith(href)) &&
    ('page' as const)

  createEffect(() => {
    // The socket may be the first to hear that the sign-in has ended.
    if (inbox().connection === 'signed-out') void revalidate(findMe.key)
  })
  // Signed in again, perhaps in another tab.
  createEffect(on(me, (user, before) => user && before === null && wake()))
  createEffect(() => setTitleCount(inbox().unread))
  onCleanup(() => setTitleCount(0))

  return (
    <header class="desk-bar desk-page">
      <Wordmark />
      <nav class="desk-ways" aria-label="Desk">
        <For each={WAYS}>
          {(way) => (
            <a href={way.href} aria-current={current(way.href) || undefined}>
              {way.label}
            </a>
          )}
        </For>
        <a
          class="notices-way"
          href={paths.deskNotices()}
          aria-current={current(paths.deskNotices()) || undefined}
        >
          {words.notices}
          <Show when={inbox().unread > 0}>
            {' '}
            <span class="way-count">
              {inbox().unread}
              <span class="hidden-visually"> unread</span>
            </span>
          </Show>
        </a>
      </nav>
      <ConnectionState />
      <a class="desk-account" href={paths.account}>
        {me()?.name.split(' ')[0] ?? 'Account'}
      </a>
    </header>
  )
}

const WAYS = [
  { href: paths.desk, label: words.today },
  { href: paths.deskSessions(), label: words.sessions },
  { href: paths.deskBookings, label: words.bookings },
  { href: paths.deskNumbers(), label: words.numbers },
]
