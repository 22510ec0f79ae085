import type { DeskStore, TimerKind } from './desk-store'

const HOUR_MS = 3_600_000

const BEFORE_START_MS = {
  reminder_24h: 24 * HOUR_MS,
  reminder_1h: HOUR_MS,
} as const satisfies Record<TimerKind, number>

const KINDS = Object.keys(BEFORE_START_MS) as TimerKind[]

/** Sets the timers of a session that is on, and drops those of one that is not, or no longer then. */
export function planReminders(store: DeskStore, now: number): void {
  const { status, startTime } = store.findSession()
  for (const kind of KINDS) {
    const at = startTime - BEFORE_START_MS[kind]
    if (status === 'active' && at > now) store.saveTimer(kind, at)
    else store.dropTimer(kind)
  }
}
