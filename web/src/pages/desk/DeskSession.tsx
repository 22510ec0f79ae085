import { useParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import { createPages } from '../../create-pages'
import { AttendeeList } from '../../desk/AttendeeList'
import { CancelSession } from '../../desk/CancelSession'
import { DuplicateSession } from '../../desk/DuplicateSession'
import { LoadMore } from '../../desk/LoadMore'
import { createOverlaps } from '../../desk/overlaps'
import { PublishSession } from '../../desk/PublishSession'
import {
  attendees,
  createDeskAsync,
  type DeskSession,
  deskSession,
  LIST_PAGES,
} from '../../desk/queries'
import { SessionRing } from '../../desk/SessionRing'
import { SessionSums } from '../../desk/SessionSums'
import { canCancel, canEdit, canPublish, statusOf } from '../../desk/status'
import { WaitingList } from '../../desk/WaitingList'
import {
  overlapWords,
  overSentence,
  STATUS_WORDS,
  TYPE_WORDS,
  whenLong,
  words,
} from '../../desk/words'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { createNow } from '../../ui/now'
import { Page } from '../Page'
import '../../desk/editor.css'

/** One of her sessions: how full it is, who comes, and what can be done with it. */
export default function DeskSessionPage() {
  const params = useParams<{ id: string }>()
  const session = createDeskAsync(() => deskSession(Number(params.id)))
  // Another session is another page: what was just done in one is said, and taken back, in that one.
  return (
    <Show when={session()?.id} keyed>
      <Show when={session()}>{(found) => <Found session={found()} />}</Show>
    </Show>
  )
}

function Found(props: { session: DeskSession }) {
  const now = createNow()
  const { pages, more } = createPages(LIST_PAGES)
  const bookings = createDeskAsync(() => attendees(props.session.id, pages()))
  const status = () => statusOf(props.session, now())

  return (
    <Page title={props.session.title} class="desk-page">
      <div class="session-top">
        <SessionRing session={props.session} status={status()} />
        <div class="session-words">
          <p class="quiet">
            {TYPE_WORDS[props.session.session_type]}, {STATUS_WORDS[status()].toLowerCase()}
          </p>
          <h1>{props.session.title}</h1>
          <p>
            <time datetime={props.session.start_time}>{whenLong(props.session)}</time>
          </p>
          <Show when={props.session.place_name}>{(place) => <p class="quiet">{place()}</p>}</Show>
          <Show when={props.session.hidden_at}>
            <p>{words.isHidden}</p>
          </Show>
          <Standing session={props.session} status={status()} />
          <div class="session-actions">
            <Show when={canPublish(props.session, now())}>
              <PublishSession session={props.session} />
            </Show>
            <Show when={canEdit(props.session, now())}>
              <ButtonLink href={paths.deskEditSession(props.session.id)}>{words.edit}</ButtonLink>
            </Show>
            <DuplicateSession session={props.session} />
            <Show when={canCancel(props.session, now())}>
              <CancelSession session={props.session} />
            </Show>
            <Show when={props.session.status !== 'draft'}>
              <a href={paths.session(props.session.id)}>{words.seeAsVisitors}</a>
            </Show>
          </div>
        </div>
      </div>
      <Show when={props.session.status !== 'draft'}>
        <SessionSums session={props.session} status={status()} />
        <div class="session-people">
          <div>
            <AttendeeList session={props.session} bookings={bookings()?.items ?? []} now={now()} />
            <LoadMore when={bookings()?.hasMore} onMore={more} />
          </div>
          <WaitingList session={props.session} canChange={status() === 'coming'} />
        </div>
      </Show>
    </Page>
  )
}

/** What a facilitator should know before she reads on. */
function Standing(props: { session: DeskSession; status: ReturnType<typeof statusOf> }) {
  return (
    <Switch>
      <Match when={props.status === 'cancelled'}>
        <p>
          {words.wasCancelled}
          <Show when={props.session.cancel_reason}>{(reason) => <> “{reason()}”</>}</Show>
        </p>
      </Match>
      <Match when={props.status === 'past'}>
        <p>{words.isPast}</p>
      </Match>
      <Match when={props.status === 'draft'}>
        <p>{words.isDraft}</p>
        <Overlaps session={props.session} />
      </Match>
      <Match when={props.session.over > 0}>
        <p>{overSentence(props.session)}</p>
      </Match>
    </Switch>
  )
}

/** What else she has planned then, said before she publishes. */
function Overlaps(props: { session: DeskSession }) {
  const overlaps = createOverlaps(() => props.session, props.session.id)
  return <For each={overlaps()}>{(other) => <p class="editor-warns">{overlapWords(other)}</p>}</For>
}
