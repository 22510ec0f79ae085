import { For, Show } from 'solid-js'
import { paths } from '../paths'
import { type Need, needsOf } from './needs'
import type { DeskSession } from './queries'
import { words } from './words'
import './needs.css'

/** More than this is no longer what comes first. */
const SHOWN = 6

/** What waits for her, soonest session first; where nothing does, nothing is said. */
export function NeedsYou(props: { sessions: DeskSession[] }) {
  const needs = () =>
    props.sessions
      .flatMap((session) => needsOf(session).map((need) => ({ ...need, session })))
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
