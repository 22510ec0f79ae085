import { For } from 'solid-js'
import { bookableUntil, pageWords, whereToBe } from './page-words'
import type { SessionInFull } from './sessions'
import './good-to-know.css'

/** What one must know before booking, in words. Paying and cancelling are the booking's to say. */
export function GoodToKnow(props: {
  session: SessionInFull
  paying: string | undefined
  cancelling: string
}) {
  const lines = () =>
    [
      { name: pageWords.place, said: whereToBe(props.session) },
      { name: pageWords.booking, said: bookableUntil(props.session) },
      { name: pageWords.paying, said: props.paying },
      { name: pageWords.cancelling, said: props.cancelling },
    ].filter((line) => line.said)
  return (
    <section>
      <h2>{pageWords.goodToKnow}</h2>
      <dl class="good-to-know">
        <For each={lines()}>
          {(line) => (
            <div>
              <dt>{line.name}</dt>
              <dd>{line.said}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
