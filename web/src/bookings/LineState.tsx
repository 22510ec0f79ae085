import { Match, Switch } from 'solid-js'
import { pageWords } from '../sessions/page-words'
import type { SessionInFull } from '../sessions/sessions'
import { clock, readersZone } from '../ui/times'
import type { LiveState } from './live-seats'
import { words } from './words'

/** How old the counts above are, wherever they are not of this moment. */
export function LineState(props: { session: SessionInFull; state: LiveState }) {
  const at = () => clock(props.session.as_of, readersZone())
  return (
    <Switch>
      <Match when={props.state === 'offline'}>
        <p class="quiet">{words.seatsAreFrom(at())}</p>
      </Match>
      <Match when={props.state === 'reconnecting'}>
        <p class="quiet">{words.reconnecting(at())}</p>
      </Match>
      <Match when={props.state !== 'live' && !props.session.exact}>
        <p class="quiet">{pageWords.offlineCopy}</p>
      </Match>
    </Switch>
  )
}
