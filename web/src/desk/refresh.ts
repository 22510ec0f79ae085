import { revalidate } from '@solidjs/router'
import { onCleanup } from 'solid-js'
import { DESK_KEYS } from './queries'

/**
 * Twice: a desk tells the inbox and the lists apart, so a notice may be here a moment before the
 * lists have what it is about.
 */
const REFRESH_AFTER_MS = [300, 2_500]
/** Coming back to the window reads again, but not at every click between two windows. */
const FOCUS_AT_MOST_EVERY_MS = 10_000

/** Reads the desk's lists again soon after a call, and when the window is looked at again. */
export function createDeskRefresh(): () => void {
  let timers: ReturnType<typeof setTimeout>[] = []
  let lastFocusAt = Date.now()

  const onFocus = () => {
    if (Date.now() - lastFocusAt < FOCUS_AT_MOST_EVERY_MS) return
    lastFocusAt = Date.now()
    void refreshDesk()
  }
  const clear = () => timers.forEach(clearTimeout)

  addEventListener('focus', onFocus)
  onCleanup(() => {
    removeEventListener('focus', onFocus)
    clear()
  })
  return () => {
    clear()
    timers = REFRESH_AFTER_MS.map((delayMs) => setTimeout(refreshDesk, delayMs))
  }
}

export const refreshDesk = () => revalidate(DESK_KEYS)
