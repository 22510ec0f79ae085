import type { SessionChanges } from '../../sessions/session'
import type { Model } from './model'
import type { Random } from './random'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Everything that can happen to a desk. A user is one of a few; `n` is which of its bookings. */
export type Step =
  | { kind: 'book'; user: number; party: number; key: string }
  | { kind: 'walk in'; user: number; party: number; checkIn: boolean }
  | { kind: 'join'; user: number; party: number; oldPlace: boolean }
  | { kind: 'accept' | 'decline' | 'leave' | 'cancel'; n: number; user: number }
  | { kind: 'cancel for them' | 'undo'; n: number }
  | { kind: 'check in'; n: number; at: number | null }
  | { kind: 'reduce'; n: number; user: number; party: number }
  | { kind: 'capacity' | 'policy' | 'closing' | 'move'; changes: SessionChanges }
  | { kind: 'cancel session' }
  | { kind: 'erase'; user: number }
  | { kind: 'read' | 'alarm' | 'evict' | 'D1 down' | 'D1 up' | 'D1 torn' }
  | { kind: 'clock'; to: number }

export const USERS = 6

/** Often what is about to matter, sometimes anything: a life that meets its own edges. */
export function nextStep(random: Random, m: Model, step: number): Step {
  const user = random.below(USERS)
  const row = m.rows.length > 0 ? random.among(m.rows) : null
  const n = row?.n ?? 1
  // Now and then somebody else's.
  const owner = row && random.chance(0.93) ? row.user : user
  const left = m.rows.findLast((r) => r.state === 'left')
  const waiter = m.rows.find((r) => r.state === 'offered') ?? row
  const party = 1 + random.below(random.chance(0.3) ? 4 : 2)
  const roll = random.below(100)
  if (roll < 22) return { kind: 'book', user, party, key: keyOf(random, step) }
  if (roll < 36) {
    // Some who left come back, and not all of them to where they stood.
    const whose = random.chance(0.3) ? (left?.user ?? user) : user
    return { kind: 'join', user: whose, party, oldPlace: random.chance(0.6) }
  }
  if (roll < 42) return { kind: 'accept', n: waiter?.n ?? 1, user: waiter?.user ?? user }
  if (roll < 45) return { kind: 'decline', n: waiter?.n ?? 1, user: waiter?.user ?? user }
  if (roll < 48) return { kind: 'leave', n, user: owner }
  if (roll < 56) return { kind: 'cancel', n, user: owner }
  if (roll < 58) {
    // Some who were added a moment ago.
    const added = m.rows.findLast((r) => r.added)
    return { kind: 'cancel for them', n: random.chance(0.3) ? (added?.n ?? n) : n }
  }
  if (roll < 62) return { kind: 'reduce', n, user: owner, party: 1 + random.below(3) }
  if (roll < 66) return { kind: 'walk in', user, party, checkIn: random.chance(0.4) }
  if (roll < 70) {
    const at = random.chance(0.3) ? m.now + (random.below(180) - 150) * MINUTE : null
    return { kind: 'check in', n, at }
  }
  if (roll < 72) return { kind: 'undo', n }
  if (roll < 77) return { kind: 'capacity', changes: { capacity: 1 + random.below(6) } }
  if (roll < 78) {
    const waitlistPolicy = random.among(['skip', 'strict'] as const)
    return { kind: 'policy', changes: { waitlistPolicy } }
  }
  if (roll < 80) return { kind: 'closing', changes: closing(random) }
  if (roll < 82) return { kind: 'move', changes: move(random, m) }
  if (roll < 83) return random.chance(0.4) ? { kind: 'cancel session' } : { kind: 'read' }
  if (roll < 84) return { kind: 'erase', user }
  if (roll < 86) return { kind: 'evict' }
  if (roll < 88) return { kind: 'alarm' }
  if (roll < 90) return { kind: random.among(['D1 down', 'D1 torn'] as const) }
  if (roll < 92) return { kind: 'D1 up' }
  if (roll < 93) return { kind: 'read' }
  return { kind: 'clock', to: m.now + jump(random, m) }
}

/** Mostly new; sometimes one that came before. */
function keyOf(random: Random, step: number): string {
  return random.chance(0.15) ? `key ${random.below(step + 1)}` : `key ${step}`
}

function closing(random: Random): SessionChanges {
  return {
    promotionClosesHours: random.below(4),
    bookingClosesHours: random.below(3),
    freeCancelHours: random.below(48),
  }
}

function move(random: Random, m: Model): SessionChanges {
  const startTime = m.start + (random.below(13) - 4) * HOUR
  return { startTime, endTime: startTime + HOUR + random.below(2) * HOUR }
}

/** To the very instant at which something ends, just before, or some minutes on. */
function jump(random: Random, m: Model): number {
  const ahead = [
    ...m.rows.flatMap((r) => (r.state === 'offered' && r.expires ? [r.expires] : [])),
    m.start - m.promotionHours * HOUR,
    m.start - m.closesHours * HOUR,
    m.start - m.freeHours * HOUR,
    m.start,
    m.end,
  ].filter((at) => at > m.now)
  const isEdge = ahead.length > 0 && random.chance(0.6)
  if (!isEdge) return random.below(90) * MINUTE
  // Seldom the far end of its life: there is little left to do after it.
  const to = random.chance(0.8) ? Math.min(...ahead) : random.among(ahead)
  return to - m.now - random.below(2)
}
