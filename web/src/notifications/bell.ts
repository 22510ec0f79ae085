import type { Notice } from '../../../worker/notifications/messages'
import { bellSettings, isQuiet } from './bell-settings'
import { playTones } from './tones'

/** What came while nobody listened is told by the tray, not rung out in a row. */
const FRESH_MS = 60_000
/** One sound for all that happens at once, in all windows together. */
const REST_MS = 3_000

/** A sound for each new booking that arrives while one listens, if she allowed it. */
export function ringFor(notice: Pick<Notice, 'type' | 'timestamp'>, now = new Date()) {
  const settings = bellSettings()
  const isFresh = now.getTime() - Date.parse(notice.timestamp) < FRESH_MS
  if (!settings.on || notice.type !== 'new_booking' || !isFresh) return
  if (isQuiet(settings, now.getHours() * 60 + now.getMinutes())) return
  void ringInOneWindow(settings.volume)
}

/** The window that gets the lock rings, and keeps it while the others would. */
async function ringInOneWindow(volume: number) {
  await navigator.locks.request('stillpoint:bell', { ifAvailable: true }, async (lock) => {
    if (!lock || !(await playTones(volume))) return
    await new Promise((resolve) => setTimeout(resolve, REST_MS))
  })
}
