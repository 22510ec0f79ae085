import { Match, Show, Switch } from 'solid-js'
import { paths } from '../paths'
import type { Refusal } from '../refusal'
import { bookingCloses, type Phase } from '../sessions/phase'
import type { SessionInFull } from '../sessions/sessions'
import { seatsLeft, when } from '../sessions/words'
import { ButtonLink } from '../ui/Button'
import { weekdayClock } from '../ui/times'
import { firstName, refusedWords, words } from './words'

/** Why nothing can be booked here, and where to go instead. */
export function NotBookable(props: {
  session: SessionInFull
  phase: Phase
  refused: Refusal | null
}) {
  const zone = () => props.session.time_zone
  return (
    <>
      <Switch>
        <Match when={props.phase === 'cancelled'}>
          <p class="booking-count">Cancelled</p>
          <p>
            {props.session.cancel_reason
              ? `${firstName(props.session.facilitator)} says: “${props.session.cancel_reason}”`
              : `${firstName(props.session.facilitator)} cancelled it without giving a reason.`}
          </p>
        </Match>
        <Match when={props.phase === 'over'}>
          <p class="booking-count">This is over</p>
          <p>It was on {when(props.session)}.</p>
        </Match>
        <Match when={props.phase === 'running'}>
          <p class="booking-count">It has begun</p>
          <p>It goes on until {weekdayClock(props.session.end_time, zone())}.</p>
        </Match>
        <Match when={props.phase === 'closed'}>
          <p class="booking-count">Booking has closed</p>
          <p>
            It closed {weekdayClock(bookingCloses(props.session), zone())}. The{' '}
            {props.session.session_type} begins {weekdayClock(props.session.start_time, zone())}.
          </p>
        </Match>
        <Match when={props.phase === 'full'}>
          <p class="booking-count">{seatsLeft(props.session)}</p>
          <Show when={!props.refused}>
            <p class="quiet">{words.noList(props.session.session_type)}</p>
          </Show>
        </Match>
      </Switch>
      <Show when={props.refused}>
        {(refusal) => (
          <p class="booking-refused" role="alert">
            {refusedWords(refusal(), 1, props.session.session_type)}
          </p>
        )}
      </Show>
      <p>
        <ButtonLink href={paths.sessions({ facilitator: props.session.facilitator_id })} wide>
          {words.otherTimes}
        </ButtonLink>
      </p>
    </>
  )
}
