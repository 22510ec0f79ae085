import { For, type JSX, Show } from 'solid-js'
import { day } from '../ui/times'
import { pageWords } from './page-words'
import type { SessionInFull } from './sessions'
import './about-session.css'

/** What it is, day by day where it has days, and what to expect. */
export function AboutSession(props: { session: SessionInFull; children: JSX.Element }) {
  return (
    <div class="about-session">
      <Show when={props.session.description}>
        <p class="about-text">{props.session.description}</p>
      </Show>
      <Show when={props.session.days.length > 0}>
        <section>
          <h2>{pageWords.dayByDay}</h2>
          <ol class="about-days">
            <For each={props.session.days}>
              {(entry) => (
                <li>
                  <p class="about-day">
                    <time datetime={entry.date}>{dayOfProgramme(entry.date)}</time>
                  </p>
                  <div>
                    <h3>{entry.title}</h3>
                    <Show when={entry.text}>
                      <p class="about-text">{entry.text}</p>
                    </Show>
                  </div>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
      <Show when={props.session.what_to_expect}>
        <section>
          <h2>{pageWords.whatToExpect}</h2>
          <p class="about-text">{props.session.what_to_expect}</p>
        </section>
      </Show>
      {props.children}
    </div>
  )
}

/** A calendar day has no zone: read and written in one. Its year is said where the dates are. */
function dayOfProgramme(date: string): string {
  const noon = `${date}T12:00:00Z`
  return day(noon, 'UTC', noon)
}
