/** A code that was away for so long and comes back is held up a second time. */
const AWAY_MS = 2_500

/** Of what is seen many times a second, tells each code once for as long as it stays in view. */
export function onceInView(tell: (text: string) => void, now: () => number) {
  let last: { text: string; at: number } | null = null
  return (text: string) => {
    const isStill = last?.text === text && now() - last.at < AWAY_MS
    last = { text, at: now() }
    if (!isStill) tell(text)
  }
}
