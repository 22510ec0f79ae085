import { plural } from './numbers'
import type { RingCounts } from './seat-ring'

export type RingNoun = { one: string; other: string }

/** "21 of 24 seats taken, 1 offered, 2 left, one is yours" */
export function ringWords(
  { capacity, taken, pending = 0, yours = 0, left }: RingCounts,
  { one, other }: RingNoun = { one: 'seat', other: 'seats' },
): string {
  const of = plural(capacity, `# ${one} taken`, `# ${other} taken`)
  const parts = [`${taken - pending} of ${of}`]
  if (pending > 0) parts.push(`${pending} offered`)
  parts.push(`${Math.max(0, left ?? capacity - taken)} left`)
  if (yours === 1) parts.push('one is yours')
  if (yours > 1) parts.push(`${yours} are yours`)
  return parts.join(', ')
}
