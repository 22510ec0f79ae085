import { useSearchParams } from '@solidjs/router'
import { createEffect, on, Show } from 'solid-js'
import { createPages } from '../../create-pages'
import { CancelSession } from '../../desk/CancelSession'
import { LoadMore } from '../../desk/LoadMore'
import { PublishSession } from '../../desk/PublishSession'
import {
  createDeskAsync,
  type DeskSession,
  deskSessions,
  SHOWS,
  type Show as WhichOnes,
} from '../../desk/queries'
import { SessionCalendar } from '../../desk/SessionCalendar'
import { SessionTable } from '../../desk/SessionTable'
import { NothingPlanned } from '../../desk/Starters'
import { canCancel, canEdit, canPublish, type DeskStatus } from '../../desk/status'
import { NONE_WORDS, SHOW_WORDS, words } from '../../desk/words'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { monthIn } from '../../ui/month'
import { createNow } from '../../ui/now'
import { Tabs } from '../../ui/Tabs'
import { dayKey, readersZone } from '../../ui/times'
import { Page } from '../Page'

/**
 * All her sessions, by what became of them: `?show=coming|past|drafts|cancelled|all`; or by month:
 * `?view=calendar&month=2026-12`.
 */
export default function DeskSessions() {
  const [search] = useSearchParams<{ show?: string; view?: string; month?: string }>()
  const isCalendar = () => search.view === 'calendar'
  const show = (): WhichOnes => SHOWS.find((one) => one === search.show) ?? 'coming'
  const now = createNow()
  const month = () => monthIn(search.month) ?? dayKey(now(), readersZone()).slice(0, 7)
  return (
    <Page title={words.sessions} class="desk-page">
      <div class="desk-head">
        <h1>{words.sessions}</h1>
        <ButtonLink kind="main" small href={paths.deskNewSession}>
          {words.newSession}
        </ButtonLink>
      </div>
      <Tabs
        label="Which sessions"
        tabs={[
          ...SHOWS.map((one) => ({
            href: paths.deskSessions(one === 'coming' ? undefined : one),
            label: SHOW_WORDS[one],
            current: !isCalendar() && one === show(),
          })),
          { href: paths.deskCalendar(), label: words.calendar, current: isCalendar() },
        ]}
      />
      <Show when={isCalendar()} fallback={<SessionList show={show()} now={now()} />}>
        <SessionCalendar month={month()} now={now()} />
      </Show>
    </Page>
  )
}

function SessionList(props: { show: WhichOnes; now: number }) {
  const { pages, more, reset } = createPages()
  createEffect(on(() => props.show, reset, { defer: true }))
  const list = createDeskAsync(() => deskSessions(props.show, pages()))
  const sessions = () => list()?.items ?? []
  return (
    <>
      <Show when={list() && sessions().length === 0}>
        <None show={props.show} />
      </Show>
      <Show when={sessions().length > 0}>
        <SessionTable
          label={`${SHOW_WORDS[props.show]} sessions`}
          sessions={sessions()}
          now={props.now}
          all={ALL_ARE[props.show]}
          actions={(session) => <RowActions session={session} now={props.now} />}
        />
      </Show>
      <LoadMore when={list()?.hasMore} onMore={more} />
    </>
  )
}

/** What every session of a list is. */
const ALL_ARE = { past: 'past', drafts: 'draft', cancelled: 'cancelled' } as Partial<
  Record<WhichOnes, DeskStatus>
>

function None(props: { show: WhichOnes }) {
  return (
    <Show
      when={props.show === 'coming' || props.show === 'all'}
      fallback={<Empty title={NONE_WORDS[props.show]} />}
    >
      <NothingPlanned />
    </Show>
  )
}

function RowActions(props: { session: DeskSession; now: number }) {
  return (
    <>
      <Show when={props.session.status !== 'draft'}>
        <a href={paths.deskSession(props.session.id)}>
          {words.attendees}
          <span class="hidden-visually"> of {props.session.title}</span>
        </a>
      </Show>
      <Show when={canEdit(props.session, props.now)}>
        <a href={paths.deskEditSession(props.session.id)}>
          {words.edit}
          <span class="hidden-visually"> {props.session.title}</span>
        </a>
      </Show>
      <Show when={canPublish(props.session, props.now)}>
        <PublishSession session={props.session} small />
      </Show>
      <Show when={canCancel(props.session, props.now)}>
        <CancelSession session={props.session} small />
      </Show>
    </>
  )
}
