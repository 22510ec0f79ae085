const FIRST_MS = 500
const MOST_MS = 30_000

/** How long to wait before try `n` (0, 1, 2 …): doubling, and spread so that a deploy's thousands do not return as one. */
export function backoffMs(n: number, random: number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** n)
  return Math.round(most / 2 + (random * most) / 2)
}
