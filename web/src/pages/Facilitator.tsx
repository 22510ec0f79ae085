import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { orKeep } from '../api'
import { useYourSeats } from '../bookings/mine'
import { facilitator, type Profile } from '../facilitators/facilitators'
import { words } from '../facilitators/words'
import { paths } from '../paths'
import { SessionRow } from '../sessions/SessionRow'
import { ButtonLink } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Initials } from '../ui/Initials'
import { Page } from './Page'
import './facilitator.css'

/** Who she is, and what she gives next. */
export default function Facilitator(props: RouteSectionProps) {
  const id = () => Number(props.params.id)
  const shown = createAsync((last: Profile | undefined) =>
    orKeep(last?.id === id() ? last : undefined, facilitator(id())),
  )
  return (
    <Show when={shown()?.id} keyed>
      <Show when={shown()}>{(profile) => <Shown profile={profile()} />}</Show>
    </Show>
  )
}

function Shown(props: { profile: Profile }) {
  const yours = useYourSeats()
  const now = Date.now()
  const hasMore = () => props.profile.coming_sessions > props.profile.sessions.length
  return (
    <Page title={props.profile.name} class="page facilitator">
      <div class="facilitator-who">
        <Initials name={props.profile.name} size={104} />
        <h1>{props.profile.name}</h1>
        <Show when={props.profile.specialization}>{(what) => <p class="lede">{what()}</p>}</Show>
        <Show when={props.profile.bio}>{(bio) => <p class="facilitator-bio">{bio()}</p>}</Show>
        <p>
          <a href={paths.facilitators}>{words.everybody}</a>
        </p>
      </div>
      <section aria-labelledby="coming">
        <h2 id="coming">{words.coming}</h2>
        <Show when={props.profile.sessions.length > 0} fallback={<NothingYet />}>
          <ul>
            <For each={props.profile.sessions}>
              {(session) => (
                <SessionRow
                  session={session}
                  among={props.profile.sessions}
                  now={now}
                  yours={yours().get(session.id)}
                  withDay
                  withoutName
                />
              )}
            </For>
          </ul>
        </Show>
        <Show when={hasMore()}>
          <p class="facilitator-more">
            <ButtonLink href={paths.sessions({ facilitator: props.profile.id })}>
              {words.moreOfHers}
            </ButtonLink>
          </p>
        </Show>
      </section>
    </Page>
  )
}

function NothingYet() {
  return (
    <Empty title={words.nothingPlanned}>
      <ButtonLink href={paths.sessions()}>{words.allSessions}</ButtonLink>
    </Empty>
  )
}
