import { For, Show } from 'solid-js'
import type { Notice } from '../../../worker/notifications/messages'
import { paths } from '../paths'
import { Button } from '../ui/Button'
import { createNow } from '../ui/now'
import { readersZone } from '../ui/times'
import { UndoLine } from '../ui/Undo'
import { useInbox } from './inbox-context'
import type { Inbox } from './inbox-store'
import { NoticeRow } from './NoticeRow'
import { useMarking } from './use-marking'
import { awaySentence, noticeAge, unreadWords, words } from './words'
import './tray.css'

/** What happened at her sessions, newest first. */
export function NoticeTray() {
  const here = useInbox()
  const { undo, failed, attempt, markOne, markAll } = useMarking()
  const now = createNow()

  return (
    <section class="tray" aria-labelledby="notices">
      <header class="tray-head">
        <h2 id="notices">{words.title}</h2>
        <Show when={here.inbox().unread > 0}>
          <span class="small">{unreadWords(here.inbox().unread)}</span>
          <Button kind="text" class="tray-all" onClick={markAll}>
            {words.markAll}
          </Button>
        </Show>
      </header>
      <UndoLine of={undo} after={here.inbox().unread} />
      <Show when={failed()}>
        <p class="small tray-failed" role="alert">
          {words.notMarked}
        </p>
      </Show>
      <Show when={here.inbox().notices.length === 0}>
        <p class="quiet tray-empty">{emptyWords(here.inbox())}</p>
      </Show>
      <ol class="tray-list">
        <For each={here.inbox().notices}>
          {(notice) => (
            <>
              <Show when={headsAway(here.inbox(), notice)}>
                {(away) => <li class="tray-away small">{awaySentence(away(), readersZone())}</li>}
              </Show>
              <NoticeRow notice={notice} onRead={() => markOne(notice.id)}>
                {noticeAge(notice.timestamp, now(), readersZone())}
              </NoticeRow>
            </>
          )}
        </For>
      </ol>
      <Show when={here.inbox().hasOlder}>
        <Button kind="text" onClick={() => attempt(here.loadOlder())}>
          {words.older}
        </Button>
      </Show>
      <p class="tray-end">
        <a href={paths.deskNotices()}>{words.history}</a>
      </p>
    </section>
  )
}

/** The away line stands above the newest notice that she missed. */
function headsAway(inbox: Inbox, notice: Notice) {
  const { away } = inbox
  return away && notice.seq === away.throughSeq ? away : null
}

function emptyWords(inbox: Inbox): string {
  if (inbox.lastSeq !== null) return `${words.none} ${words.noneYet}`
  return inbox.connection === 'connecting' ? words.loading : words.unreachable
}
