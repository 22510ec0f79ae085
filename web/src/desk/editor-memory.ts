import type { SessionForm } from './session-form'

/** What was typed and not yet saved, with the key under which it was last sent. */
export type Kept = { form: SessionForm; key: string }

/**
 * Keeps an editor over reloads and detours, in this tab only. `name` is `new`, or the id of the
 * session being edited.
 */
export function editorMemory(name: string, blank: SessionForm) {
  const place = `stillpoint:editor:${name}`
  return {
    recall(): Kept | null {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null')
        return isKept(kept, blank) ? kept : null
      } catch {
        // Storage may be forbidden or hold what another version wrote: then one begins afresh.
        return null
      }
    },
    keep(kept: Kept) {
      try {
        sessionStorage.setItem(place, JSON.stringify(kept))
      } catch {
        // A full storage costs the safety net, not the work on the page.
      }
    },
    clear() {
      try {
        sessionStorage.removeItem(place)
      } catch {}
    },
  }
}

/** Every field of today's form is there, and of its kind. */
function isKept(kept: unknown, blank: SessionForm): kept is Kept {
  if (typeof kept !== 'object' || kept === null) return false
  const { form, key } = kept as { form?: Record<string, unknown>; key?: unknown }
  if (typeof key !== 'string' || typeof form !== 'object' || form === null) return false
  return Object.entries(blank).every(
    ([field, value]) =>
      typeof form[field] === typeof value && Array.isArray(form[field]) === Array.isArray(value),
  )
}
