import { For } from 'solid-js'
import type { SessionInFull } from './sessions'
import { bookableUntil, whereToBe, words } from './words'
import './good-to-know.css'

/** What one must know before booking, in words. Paying and cancelling are the booking's to say. */
export function GoodToKnow(props: {
  session: SessionInFull
  paying: string | undefined
  cancelling: string
}) {
  const lines = () =>
    [
      { name: words.place, said: whereToBe(props.session) },
      { name: words.booking, said: bookableUntil(props.session) },
      { name: words.paying, said: props.paying },
      { name: words.cancelling, said: props.cancelling },
    ].filter((line) => line.said)
  return (
    <section>
      <h2>{words.goodToKnow}</h2>
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
