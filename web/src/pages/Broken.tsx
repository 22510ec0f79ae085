import { useLocation } from '@solidjs/router'
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { paths } from '../paths'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { mayReload } from './may-reload'
import NotFound from './NotFound'
import { Page } from './Page'

/** Where a page ends that could not be shown: what happened, what did not, and the next step. */
export function Broken(props: { error: unknown; again: () => void }) {
  const refusal = () => (props.error instanceof Refusal ? props.error : undefined)
  const location = useLocation()
  createEffect(on(() => location.pathname, props.again, { defer: true }))
  // A file of an older version is gone after a deploy; the page itself knows the new names.
  const outdated = () =>
    /dynamically imported module|module script|preload CSS/i.test(String(props.error))
  const again = () => (outdated() ? window.location.reload() : props.again())
  const isOnline = createOnline()
  onMount(() => {
    // A moment later, when the address is that of the page that was asked for.
    if (outdated() && isOnline() && mayReload()) setTimeout(() => window.location.reload())
  })
  // A page whose file was never fetched is nobody's fault, and cannot be had before the line is back.
  const unfetched = () => outdated() && !isOnline()
  const said = () =>
    refusal()?.message ??
    (unfetched()
      ? 'You are offline, and this page was not fetched before. Nothing was changed.'
      : 'Something broke on our side. Nothing was changed.')
  return (
    <Show when={refusal()?.code !== 'not_found'} fallback={<NotFound />}>
      <Page title="Something broke" class="page page-narrow">
        <div class="page-head">
          <h1>
            {refusal()?.status === 0 || unfetched()
              ? 'Nobody answers'
              : 'This page could not be shown'}
          </h1>
          <p class="lede">
            {said()}
            <Show when={refusal()?.reference}>
              {(reference) => <> Reference {reference().slice(0, 8)}.</>}
            </Show>
          </p>
        </div>
        <p>
          <Button onClick={again} because={unfetched() && 'As soon as you are online.'}>
            Try again
          </Button>
        </p>
        <p class="page-next">
          <a href={paths.home}>To the start page</a>
        </p>
      </Page>
    </Show>
  )
}

function createOnline() {
  const [isOnline, setIsOnline] = createSignal(navigator.onLine)
  const follow = () => setIsOnline(navigator.onLine)
  addEventListener('online', follow)
  addEventListener('offline', follow)
  onCleanup(() => {
    removeEventListener('online', follow)
    removeEventListener('offline', follow)
  })
  return isOnline
}
