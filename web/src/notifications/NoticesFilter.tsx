import { useNavigate } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { createPages } from '../create-pages'
import { createDeskAside, deskSessions } from '../desk/queries'
import { paths } from '../paths'
import { Button } from '../ui/Button'
import { Select } from '../ui/Field'
import { type Filter, othersOf, sessionsOf } from './history'
import { useInbox } from './inbox-context'
import { type Choosable, sessionChoice, words } from './words'

/** Narrows the notices to one session, or to what is unread. */
export function NoticesFilter(props: { filter: Filter }) {
  const navigate = useNavigate()
  const { inbox } = useInbox()
  const { pages, more } = createPages()
  const mine = createDeskAside(() => deskSessions('all', pages()))
  const newest = createMemo(() => sessionsOf(inbox().notices))
  const others = createMemo(() => othersOf(mine.latest?.items ?? [], newest()))
  /** Chosen by an address, of a session that has not been listed yet. */
  const isFurtherBack = () =>
    props.filter.session !== undefined &&
    [...newest(), ...others()].every(({ id }) => String(id) !== props.filter.session)
  const go = (filter: Filter) => navigate(paths.deskNotices(filter), { scroll: false })
  const options = (sessions: Choosable[]) => (
    <For each={sessions}>
      {(session) => (
        <option value={session.id} selected={String(session.id) === props.filter.session}>
          {sessionChoice(session)}
        </option>
      )}
    </For>
  )
  return (
    <div class="notices-filter">
      <Select
        label={words.bySession}
        value={props.filter.session ?? ''}
        onChange={(event) => {
          const { session, ...rest } = props.filter
          const chosen = event.currentTarget.value
          go(chosen ? { ...rest, session: chosen } : rest)
        }}
      >
        <option value="">{words.everySession}</option>
        <Show when={isFurtherBack()}>
          <option value={props.filter.session} selected>
            {words.thisSession}
          </option>
        </Show>
        <Show when={newest().length > 0}>
          <optgroup label={words.lately}>{options(newest())}</optgroup>
        </Show>
        <Show when={others().length > 0}>
          <optgroup label={words.others}>{options(others())}</optgroup>
        </Show>
      </Select>
      <Show when={mine.latest?.hasMore}>
        <Button kind="text" busy={mine.loading} onClick={more}>
          {words.moreSessions}
        </Button>
      </Show>
      <label class="bell-on">
        <input
          type="checkbox"
          checked={props.filter.unread === '1'}
          onChange={(event) => {
            const { unread, ...rest } = props.filter
            go(event.currentTarget.checked ? { ...rest, unread: '1' } : rest)
          }}
        />
        <span>{words.onlyUnread}</span>
      </label>
    </div>
  )
}
