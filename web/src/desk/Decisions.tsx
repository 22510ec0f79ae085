import { createSignal, For, Show, Suspense } from 'solid-js'
import { createPages } from '../create-pages'
import { readersZone } from '../ui/times'
import { LoadMore } from './LoadMore'
import { words } from './people-words'
import { createDeskAside, decisions } from './queries'
import { bookedWhen } from './words'
import '../ui/disclosure.css'

/** The desk's own log: why somebody was given a seat, or was not. Read once it is opened. */
export function Decisions(props: { sessionId: number }) {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <details class="decisions disclosure" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.why}</summary>
      {/* Waited for here: else the page would be taken away meanwhile. */}
      <Suspense>
        <Show when={isOpen()}>
          <Log sessionId={props.sessionId} />
        </Show>
      </Suspense>
    </details>
  )
}

function Log(props: { sessionId: number }) {
  const { pages, more } = createPages()
  const log = createDeskAside(() => decisions(props.sessionId, pages()))
  return (
    <Show when={log()}>
      {(found) => (
        <>
          <ol class="decision-list">
            <For each={found().items}>
              {(decision) => (
                <li>
                  <time class="small" datetime={decision.at}>
                    {bookedWhen(decision.at, readersZone())}
                  </time>
                  <span>{decision.message}</span>
                </li>
              )}
            </For>
          </ol>
          <LoadMore when={found().hasMore} onMore={more} />
        </>
      )}
    </Show>
  )
}
