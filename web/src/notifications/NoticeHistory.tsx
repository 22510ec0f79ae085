import { revalidate } from '@solidjs/router'
import { createEffect, createMemo, For, on, Show } from 'solid-js'
import { createPages } from '../create-pages'
import { createDeskAsync } from '../desk/queries'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { clock, day, nearDay, readersZone } from '../ui/times'
import { UndoLine } from '../ui/Undo'
import { byDay, type Filter } from './history'
import { useInbox } from './inbox-context'
import { NoticeRow } from './NoticeRow'
import { noticeHistory } from './queries'
import { useMarking } from './use-marking'
import { noneOf, unreadWords, words } from './words'
import './history.css'

/** Everything that happened and is kept, day by day, as far as the filter lets it through. */
export function NoticeHistory(props: { filter: Filter; now: number }) {
  const here = useInbox()
  const { pages, more, reset } = createPages()
  const { undo, failed, markOne, markAll } = useMarking()
  const list = createDeskAsync(() => noticeHistory(props.filter, pages()))
  const days = createMemo(() => byDay(list()?.items ?? [], readersZone()))

  createEffect(on(() => props.filter, reset, { defer: true }))
  // What arrives, and what is read in another window, changes what is listed here.
  const changes = () => `${here.inbox().lastSeq} ${here.inbox().unread}`
  createEffect(on(changes, () => void revalidate(noticeHistory.key), { defer: true }))
  const headingOf = (at: string) => {
    const near = nearDay(at, readersZone(), props.now)
    const date = day(at, readersZone(), props.now)
    return near ? `${near}, ${date}` : date
  }

  return (
    <div class="history">
      <Show when={here.inbox().unread > 0}>
        <p class="history-unread">
          {unreadWords(here.inbox().unread)}
          <Button kind="text" onClick={markAll}>
            {words.markAll}
          </Button>
        </p>
      </Show>
      <Show when={failed()}>
        <p class="small" role="alert">
          {words.notMarked}
        </p>
      </Show>
      <For each={days()} fallback={<None filter={props.filter} />}>
        {({ notices }) => (
          <section>
            <h2>{headingOf(notices[0]?.timestamp ?? '')}</h2>
            <ol class="tray-list">
              <For each={notices}>
                {(notice) => (
                  <NoticeRow notice={notice} onRead={() => markOne(notice.id)}>
                    {clock(notice.timestamp, readersZone())}
                  </NoticeRow>
                )}
              </For>
            </ol>
          </section>
        )}
      </For>
      <Show when={list()?.hasMore}>
        <Button kind="text" onClick={more}>
          {words.older}
        </Button>
      </Show>
      <UndoLine of={undo} floats after={list()?.items} />
    </div>
  )
}

function None(props: { filter: Filter }) {
  const says = () => noneOf(props.filter)
  return (
    <Empty title={says()}>
      <Show when={says() === words.none}>
        <p class="quiet">{words.noneYet}</p>
      </Show>
    </Empty>
  )
}
