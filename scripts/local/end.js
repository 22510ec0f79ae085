import process from 'node:process'

const PARENT_CHECK_MS = 250

/**
 * Calls `stop` once, when this process is asked to end. npm hands a SIGTERM to the shell in between,
 * which dies without a word to us; so a parent that is gone counts as being asked, too.
 * @param {() => void} stop
 */
export function onEnd(stop) {
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, PARENT_CHECK_MS)
  watch.unref()
}
