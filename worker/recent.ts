/**
 * What an isolate remembers for a moment, by number, and of a bounded number of things: the oldest goes
 * first. Losing it costs a question.
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
