import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { orKeep } from '../api'
import { BookingPanel } from '../bookings/BookingPanel'
import { paths } from '../paths'
import { fieldOf, ringOf } from '../sessions/field-of'
import { phaseOf } from '../sessions/phase'
import { useReread } from '../sessions/reread'
import { type SessionInFull, session } from '../sessions/sessions'
import { WhatComesNext } from '../sessions/WhatComesNext'
import { arrival, place, when, words, zoneWords } from '../sessions/words'
import { HourField } from '../ui/HourField'
import { Initials } from '../ui/Initials'
import { SeatRing } from '../ui/SeatRing'
import { day, readersZone } from '../ui/times'
import { Page } from './Page'
import './session.css'

/** One session: its room as it is now, and the way to a seat in it. */
export default function Session(props: RouteSectionProps) {
  const id = () => Number(props.params.id)
  const shown = createAsync((last: SessionInFull | undefined) =>
    orKeep(last?.id === id() ? last : undefined, session(id())),
  )
  useReread(() => session.keyFor(id()))
  return (
    <Show when={shown()?.id} keyed>
      <Show when={shown()}>{(it) => <Shown session={it()} />}</Show>
    </Show>
  )
}

function Shown(props: { session: SessionInFull }) {
  // The server's clock at its last answer: nobody's own clock decides what is over.
  const now = createMemo(() => Date.parse(props.session.as_of))
  const yours = () => {
    const mine = props.session.my_booking
    return mine?.booking_status === 'confirmed' ? mine.party_size : 0
  }
  const isBehind = () => ['over', 'cancelled'].includes(phaseOf(props.session, now()))
  return (
    <Page title={props.session.title} class="page session">
      <div class="session-hero">
        <HourField field={fieldOf(props.session)} class="session-field">
          <SeatRing {...ringOf(props.session, now(), yours())} size={440} class="session-ring" />
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
          </div>
          <BookingPanel session={props.session} now={now()} />
        </div>
      </div>
      <div class="session-body">
        <About session={props.session} />
        <aside class="session-who">
          <Initials name={props.session.facilitator} />
          <div>
            <p class="session-who-name">{props.session.facilitator}</p>
            <p class="quiet">
              <a href={paths.facilitator(props.session.facilitator_id)}>
                Profile, and all that is coming
              </a>
            </p>
          </div>
        </aside>
      </div>
      <Show when={isBehind()}>
        <WhatComesNext after={props.session} />
      </Show>
    </Page>
  )
}

function About(props: { session: SessionInFull }) {
  return (
    <div class="session-about">
      <Show when={props.session.description}>
        <p class="session-text">{props.session.description}</p>
      </Show>
      <Show when={props.session.days.length > 0}>
        <section>
          <h2>Day by day</h2>
          <ol class="session-days">
            <For each={props.session.days}>
              {(entry) => (
                <li>
                  {/* A calendar day has no zone: read and written in one. */}
                  <p class="quiet">{day(`${entry.date}T12:00:00Z`, 'UTC')}</p>
                  <h3>{entry.title}</h3>
                  <Show when={entry.text}>
                    <p class="session-text">{entry.text}</p>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
      <Show when={props.session.what_to_expect}>
        <section>
          <h2>What to expect</h2>
          <p class="session-text">{props.session.what_to_expect}</p>
        </section>
      </Show>
    </div>
  )
}
