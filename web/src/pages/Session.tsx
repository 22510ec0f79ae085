import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { orKeep } from '../api'
import { BookingPanel } from '../bookings/BookingPanel'
import { useLiveSeats } from '../bookings/use-live-seats'
import { howToPay, untilWhenFree } from '../bookings/words'
import { facilitator } from '../facilitators/facilitators'
import { paths } from '../paths'
import { AboutSession } from '../sessions/AboutSession'
import { AddToCalendar } from '../sessions/AddToCalendar'
import { fieldOf, ringOf } from '../sessions/field-of'
import { GoodToKnow } from '../sessions/GoodToKnow'
import { arrival, pageWords } from '../sessions/page-words'
import { phaseOf } from '../sessions/phase'
import { useReread } from '../sessions/reread'
import { ShareSession } from '../sessions/ShareSession'
import { type SessionInFull, session } from '../sessions/sessions'
import { WhatComesNext } from '../sessions/WhatComesNext'
import { place, seatNoun, when, words, zoneWords } from '../sessions/words'
import { HourField } from '../ui/HourField'
import { Initials } from '../ui/Initials'
import { SeatRing } from '../ui/SeatRing'
import { readersZone } from '../ui/times'
import { Page } from './Page'
import './session.css'

/** It comes with the page into which a ring grows: use-growing-ring.ts. */
export { growRing } from './grow-ring'

/** Its seats are told by the desk; its words and times change seldom. */
const REREAD_EVERY_MS = 60_000

/** One session: its room as it is now, and the way to a seat in it. */
export default function Session(props: RouteSectionProps) {
  const id = () => Number(props.params.id)
  const shown = createAsync((last: SessionInFull | undefined) =>
    orKeep(last?.id === id() ? last : undefined, session(id())),
  )
  useReread(() => session.keyFor(id()), REREAD_EVERY_MS)
  return (
    <Show when={shown()?.id} keyed>
      <Show when={shown()}>{(it) => <Shown session={it()} />}</Show>
    </Show>
  )
}

function Shown(props: { session: SessionInFull }) {
  const { live, state } = useLiveSeats(() => props.session)
  // The server's clock at its last answer: nobody's own clock decides what is over.
  const now = createMemo(() => Date.parse(props.session.as_of))
  const yours = () => {
    const mine = props.session.my_booking
    return mine?.booking_status === 'confirmed' ? mine.party_size : 0
  }
  const isBehind = () => ['over', 'cancelled'].includes(phaseOf(live(), now()))
  return (
    <Page title={props.session.title} class="page session">
      <div class="session-hero">
        <HourField field={fieldOf(props.session)} class="session-field">
          <SeatRing
            {...ringOf(live(), now(), yours())}
            size={440}
            noun={seatNoun(props.session.session_type)}
            class="session-ring"
          />
        </HourField>
        <div class="session-side">
          <div>
            <p class="quiet">
              {words.with(props.session.session_type)}{' '}
              <a href={paths.facilitator(props.session.facilitator_id)}>
                {props.session.facilitator}
              </a>
            </p>
            <h1 class="session-title">{props.session.title}</h1>
            <p class="lede">
              <time datetime={props.session.start_time}>{when(props.session)}</time>
            </p>
            <Show when={arrival(props.session)}>{(hours) => <p>{hours()}</p>}</Show>
            <p class="quiet">{zoneWords(props.session, readersZone())}</p>
            <Show when={place(props.session)}>
              {(where) => <p class="session-place">{where()}</p>}
            </Show>
            <Show when={props.session.hidden_at}>
              <p class="session-place">{pageWords.hidden}</p>
            </Show>
          </div>
          <BookingPanel session={live()} now={now()} line={state()} />
        </div>
      </div>
      <div class="session-body">
        <AboutSession session={props.session}>
          <Show when={!isBehind()}>
            <GoodToKnow
              session={props.session}
              paying={howToPay(props.session, props.session.price)}
              cancelling={untilWhenFree(props.session, now())}
            />
          </Show>
        </AboutSession>
        <aside class="session-aside">
          <Who session={props.session} />
          <section>
            <Show when={!isBehind()}>
              <h2 class="session-aside-title">{pageWords.keepTheDate}</h2>
              <AddToCalendar session={props.session} />
            </Show>
            <ShareSession session={props.session} />
          </section>
        </aside>
      </div>
      <Show when={isBehind()}>
        <WhatComesNext after={props.session} />
      </Show>
    </Page>
  )
}

/** Who gives it: the name stands at once, what she does follows without moving anything. */
function Who(props: { session: SessionInFull }) {
  const profile = createAsync(() =>
    facilitator(props.session.facilitator_id).catch(() => undefined),
  )
  return (
    <div class="session-who">
      <Initials name={props.session.facilitator} />
      <div>
        <p class="session-who-name">
          <a class="row-link" href={paths.facilitator(props.session.facilitator_id)}>
            {props.session.facilitator}
          </a>
        </p>
        <p class="quiet session-who-what">{profile.latest?.specialization}</p>
      </div>
    </div>
  )
}
