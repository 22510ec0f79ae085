/** Numbers that a seed brings back: the same seed is the same life, step by step. */
export function openRandom(seed: number) {
  let state = seed >>> 0

  /** mulberry32: at least 0, below 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  return {
    below: (limit: number) => Math.floor(next() * limit),
    among: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
    chance: (of: number) => next() < of,
  }
}

export type Random = ReturnType<typeof openRandom>
