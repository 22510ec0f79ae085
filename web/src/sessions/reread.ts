import { revalidate } from '@solidjs/router'
import { onCleanup, onMount } from 'solid-js'

const EVERY_MS = 15_000

/** Reads `key` again now and then while somebody looks, and at once when they come back to the page. */
export function useReread(key: () => string, everyMs = EVERY_MS) {
  onMount(() => {
    const reread = () => {
      if (document.visibilityState === 'visible') void revalidate(key())
    }
    const timer = setInterval(reread, everyMs)
    addEventListener('focus', reread)
    addEventListener('online', reread)
    document.addEventListener('visibilitychange', reread)
    onCleanup(() => {
      clearInterval(timer)
      removeEventListener('focus', reread)
      removeEventListener('online', reread)
      document.removeEventListener('visibilitychange', reread)
    })
  })
}
