import { For, Show } from 'solid-js'
import { paths } from '../paths'
import { type Need, needsOf } from './needs'
import { type Attendee, createDeskAside, type DeskSession, waiting } from './queries'
import { words } from './words'
import './needs.css'

/** More than this is no longer what comes first. */
const SHOWN = 6

/** What waits for her, soonest session first; where nothing does, nothing is said. */
export function NeedsYou(props: { sessions: DeskSession[] }) {
  const offered = createDeskAside(() => offersOf(props.sessions))
  // Read once they are there: what needs her does not wait for a name.
  const offers = () =>
    offered.state === 'ready' || offered.state === 'refreshing' ? offered.latest : undefined
  const needs = () =>
    props.sessions
      .flatMap((session) =>
        needsOf(session, offers()?.[session.id]).map((need) => ({ ...need, session })),
      )
      .slice(0, SHOWN)
  return (
    <Show when={needs().length > 0}>
      <section class="desk-section" aria-labelledby="needs-you">
        <h2 id="needs-you">{words.needsYou}</h2>
        <ul class="needs">
          <For each={needs()}>{(one) => <Row need={one} session={one.session} />}</For>
        </ul>
      </section>
    </Show>
  )
}

/** Whom seats are offered to, by session; of as many sessions as are shown at most. */
async function offersOf(sessions: DeskSession[]): Promise<Record<number, Attendee[]>> {
  const some = sessions.filter(({ pending }) => pending > 0).slice(0, SHOWN)
  const lists = await Promise.all(some.map(({ id }) => waiting(id)))
  const isOffer = ({ state }: Attendee) => state === 'offered'
  return Object.fromEntries(some.map(({ id }, at) => [id, lists[at]?.items.filter(isOffer) ?? []]))
}

function Row(props: { need: Need; session: DeskSession }) {
  return (
    <li class="need">
      <span>{props.need.sentence}</span>
      <a href={paths.deskSession(props.session.id)}>
        {props.need.verb}
        <span class="hidden-visually">: {props.session.title}</span>
      </a>
    </li>
  )
}
