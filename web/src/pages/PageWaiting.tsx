import { createSignal, Index, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { Waiting } from '../ui/Empty'
import { HourField } from '../ui/HourField'
import { HOURS } from '../ui/hour'
import { SeatRing } from '../ui/SeatRing'
import './page-waiting.css'

/** Most pages arrive before; on a slow phone their picture would only delay them. */
const SHOWN_AFTER_MS = 200

/** The page before it was read, in its own shape: rooms in which nobody has been counted yet. */
export function PageWaiting(props: { path: string }) {
  const [isLong, setLong] = createSignal(false)
  const timer = setTimeout(() => setLong(true), SHOWN_AFTER_MS)
  onCleanup(() => clearTimeout(timer))
  return (
    <Show when={isLong()} fallback={<main class="page-waiting" aria-busy="true" />}>
      <Picture path={props.path} />
    </Show>
  )
}

function Picture(props: { path: string }) {
  return (
    <Switch fallback={<Waiting />}>
      <Match when={props.path === '/'}>
        <Frame>
          <div class="waiting-bands">
            <Index each={HOURS}>
              {(light) => (
                <HourField field={light().hour}>
                  <HollowRing size={104} />
                </HourField>
              )}
            </Index>
          </div>
        </Frame>
      </Match>
      <Match when={/^\/sessions\/\d+$/.test(props.path)}>
        <Frame>
          <div class="page">
            <div class="waiting-hero">
              <HollowRing size={440} />
            </div>
          </div>
        </Frame>
      </Match>
      <Match when={/^\/(sessions|facilitators|my-bookings)/.test(props.path)}>
        <Frame>
          <ul class="page waiting-rows">
            <Index each={ROWS}>
              {() => (
                <li>
                  <div class="waiting-field">
                    <HollowRing size={72} />
                  </div>
                  <div class="waiting-words" />
                </li>
              )}
            </Index>
          </ul>
        </Frame>
      </Match>
    </Switch>
  )
}

const ROWS = Array.from({ length: 5 })

function Frame(props: { children: JSX.Element }) {
  return (
    <main class="page-waiting" aria-busy="true">
      <p class="hidden-visually" role="status">
        Loading
      </p>
      {props.children}
    </main>
  )
}

const HollowRing = (props: { size: number }) => (
  <SeatRing capacity={12} taken={0} size={props.size} silent />
)
