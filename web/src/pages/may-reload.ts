const KEY = 'reloaded-at'
const AGAIN_AFTER_MS = 60_000

/**
 * After a deploy an open page asks for files that are gone; the newest page knows the new names. Once
 * a minute: what stays broken must not reload for ever.
 */
export function mayReload(
  now = Date.now(),
  shelf: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage,
): boolean {
  try {
    if (now - Number(shelf.getItem(KEY) ?? Number.NEGATIVE_INFINITY) < AGAIN_AFTER_MS) return false
    shelf.setItem(KEY, String(now))
    return true
  } catch {
    // Without a memory it could go on for ever.
    return false
  }
}
