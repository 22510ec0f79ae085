import { createSignal, onCleanup, Show } from 'solid-js'
import { clock, readersZone } from '../ui/times'

/** Says since when nothing on the page can be new. */
export function OfflineNotice() {
  const [since, setSince] = createSignal(navigator.onLine ? null : Date.now())
  const gone = () => setSince(Date.now())
  const back = () => setSince(null)
  addEventListener('offline', gone)
  addEventListener('online', back)
  onCleanup(() => {
    removeEventListener('offline', gone)
    removeEventListener('online', back)
  })
  return (
    <Show when={since()}>
      {(at) => (
        <p class="offline" role="status">
          You are offline. Counts are from {clock(at(), readersZone())}; what you type stays here.
        </p>
      )}
    </Show>
  )
}
