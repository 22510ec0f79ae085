import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { BellSettings } from '../../notifications/BellSettings'
import { type Filter, filterIn, KINDS, sessionsOf } from '../../notifications/history'
import { useInbox } from '../../notifications/inbox-context'
import { NoticeHistory } from '../../notifications/NoticeHistory'
import { KIND_WORDS, sessionChoice, words } from '../../notifications/words'
import { paths } from '../../paths'
import { Select } from '../../ui/Field'
import { createNow } from '../../ui/now'
import { Tabs } from '../../ui/Tabs'
import { Page } from '../Page'

/** What happened at her sessions: `?kind=bookings|…&session=7&unread=1`; and whether it sounds. */
export default function DeskNotices() {
  const [search] = useSearchParams()
  const filter = createMemo(() => filterIn(search))
  const now = createNow()
  return (
    <Page title={words.title} class="desk-page">
      <div class="desk-head">
        <h1>{words.title}</h1>
      </div>
      <Tabs
        label={words.kinds}
        tabs={KINDS.map((kind) => ({
          href: paths.deskNotices(ofKind(filter(), kind)),
          label: KIND_WORDS[kind],
          current: kind === (filter().kind ?? 'all'),
        }))}
      />
      <div class="notices-columns">
        <div>
          <Narrower filter={filter()} />
          <NoticeHistory filter={filter()} now={now()} />
        </div>
        <aside class="notices-aside">
          <BellSettings />
        </aside>
      </div>
    </Page>
  )
}

/** To one session, or to what is unread. */
function Narrower(props: { filter: Filter }) {
  const navigate = useNavigate()
  const { inbox } = useInbox()
  const sessions = createMemo(() => sessionsOf(inbox().notices))
  /** Chosen by an address, of a session that none of the newest notices is of. */
  const isFurtherBack = () =>
    props.filter.session !== undefined &&
    sessions().every(({ id }) => String(id) !== props.filter.session)
  const go = (filter: Filter) => navigate(paths.deskNotices(filter), { scroll: false })
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
          <option value={props.filter.session}>{words.thisSession}</option>
        </Show>
        <For each={sessions()}>
          {(session) => <option value={session.id}>{sessionChoice(session)}</option>}
        </For>
      </Select>
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

function ofKind({ kind: _, ...rest }: Filter, kind: (typeof KINDS)[number]) {
  return kind === 'all' ? rest : { ...rest, kind }
}
