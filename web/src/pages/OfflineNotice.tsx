import { useLocation } from '@solidjs/router'
import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { keptSince, setKeptSince } from '../offline/kept-since'
import { paths } from '../paths'
import { clock, readersZone } from '../ui/times'

/** Says that nothing on the page can be new, and from when it is. */
export function OfflineNotice() {
  const [isOnline, setIsOnline] = createSignal(navigator.onLine)
  // Unknown on a page that was opened without a connection: it has counted nothing.
  const [lostAt, setLostAt] = createSignal<number | null>(null)
  const gone = () => {
    setIsOnline(false)
    setLostAt(Date.now())
  }
  const back = () => {
    setIsOnline(true)
    setLostAt(null)
    setKeptSince(null)
  }
  addEventListener('offline', gone)
  addEventListener('online', back)
  onCleanup(() => {
    removeEventListener('offline', gone)
    removeEventListener('online', back)
  })
  return (
    <Show when={!isOnline() || keptSince() !== null}>
      <p class="offline" role="status">
        {isOnline() ? 'We cannot be reached just now.' : 'You are offline.'}{' '}
        <Switch fallback="What you type stays here.">
          <Match when={keptSince()}>
            {(at) => (
              <>
                <Kept /> here; counts are from {clock(at(), readersZone())}.
              </>
            )}
          </Match>
          <Match when={lostAt()}>
            {(at) => <>Counts are from {clock(at(), readersZone())}; what you type stays here.</>}
          </Match>
        </Switch>
      </p>
    </Show>
  )
}

function Kept() {
  const location = useLocation()
  const isAtDesk = () => location.pathname.startsWith(paths.desk)
  return (
    <Show
      when={isAtDesk()}
      fallback={
        <>
          <a href={paths.yourSeats()}>Your seats</a> are
        </>
      }
    >
      This list is
    </Show>
  )
}
