import type { LastLive } from './inbox-store'

/** When this browser was last level with her inbox; per facilitator, as browsers are shared. */
export function rememberedLastLive(facilitatorId: number): LastLive | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(facilitatorId)) ?? 'null')
    return isLastLive(kept) ? kept : null
  } catch {
    // Storage may be forbidden or hold what another version wrote; then nothing is claimed.
    return null
  }
}

export function rememberLastLive(facilitatorId: number, lastLive: LastLive) {
  try {
    localStorage.setItem(keyOf(facilitatorId), JSON.stringify(lastLive))
  } catch {
    // A full or forbidden storage costs the words "while you were away", nothing else.
  }
}

const keyOf = (facilitatorId: number) => `stillpoint:inbox:${facilitatorId}`

function isLastLive(kept: unknown): kept is LastLive {
  if (typeof kept !== 'object' || kept === null) return false
  const { epoch, seq, atMs } = kept as Record<string, unknown>
  return typeof epoch === 'string' && Number.isSafeInteger(seq) && Number.isSafeInteger(atMs)
}
