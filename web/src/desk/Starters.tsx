import { For, Show } from 'solid-js'
import { paths } from '../paths'
import { ButtonLink } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { HourField } from '../ui/HourField'
import { hourField } from '../ui/hour'
import { SeatRing } from '../ui/SeatRing'
import { createDeskAsync, deskSessions } from './queries'
import { starterWords, words } from './starter-words'
import { STARTERS, type Starter, starterForm } from './starters'
import { words as deskWords } from './words'
import './starters.css'

/** Nothing is planned: who has never planned anything here finds two to begin with. */
export function NothingPlanned() {
  const all = createDeskAsync(() => deskSessions('all', 1))
  return (
    <Show when={all()}>
      {(sessions) => (
        <Show when={sessions().items.length === 0} fallback={<PlanAgain />}>
          <Starters />
        </Show>
      )}
    </Show>
  )
}

function PlanAgain() {
  return (
    <Empty title={words.title}>
      <ButtonLink kind="main" href={paths.deskNewSession}>
        {deskWords.newSession}
      </ButtonLink>
    </Empty>
  )
}

function Starters() {
  return (
    <div class="starters">
      <p class="empty-title">{words.title}</p>
      <p class="quiet">{words.ready}</p>
      <ul>
        <For each={STARTERS}>{(starter) => <StarterLink starter={starter} />}</For>
      </ul>
      <a href={paths.deskNewSession}>{words.empty}</a>
    </div>
  )
}

function StarterLink(props: { starter: Starter }) {
  const form = () => starterForm(props.starter, 'UTC')
  const field = () =>
    form().session_type === 'retreat' ? 'retreat' : hourField(Number(form().start.slice(0, 2)))
  return (
    <li>
      <HourField field={field()} class="starter">
        <SeatRing capacity={Number(form().capacity)} taken={0} size={84} silent />
        <span>
          <a class="starter-title row-link" href={paths.deskStarter(props.starter)}>
            {starterWords[props.starter].title}
          </a>
          <span class="starter-facts">{words.facts[props.starter]}</span>
        </span>
      </HourField>
    </li>
  )
}
