import type { Reading } from './read'

/** A session is read at its desk at most once in so long by all strangers of an isolate together. */
export const READ_EVERY_MS = 1_000
const KEPT_MAX = 1_000

/** What strangers read, or are about to. It is nobody's own, so whoever comes may have it. */
export const sharedReads = openRecent<Promise<Reading>>(READ_EVERY_MS, KEPT_MAX)

/** Desks with too much to do: nobody reads there for a moment, so that people go on booking. */
export const overloadedDesks = openRecent<true>(READ_EVERY_MS, KEPT_MAX)

/**
 * What an isolate remembers of sessions for a moment, and of a bounded number: the oldest goes first.
 * Losing it costs a question.
 */
export function openRecent<Value>(keptMs: number, keptMax: number) {
  const kept = new Map<number, { at: number; value: Value }>()
  return {
    get(id: number, now: number): Value | null {
      const known = kept.get(id)
      return known && now - known.at < keptMs ? known.value : null
    },
    put(id: number, now: number, value: Value): void {
      kept.delete(id)
      kept.set(id, { at: now, value })
      const [oldest] = kept.keys()
      if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest)
    },
    drop(id: number): void {
      kept.delete(id)
    },
  }
}
