import { promotionClosesAt } from '../waiting-list'
import type { DeskSession, DeskStore, TimerKind } from './store'

const HOUR_MS = 3_600_000

/** What says when they run out, and whether at all. */
export const TIMED_BY = ['status', 'startTime', 'endTime', 'promotionClosesHours'] as const

/** When a session's timers run out. Everything a desk does by time alone, beside ends of offers. */
export function timersOf(
  session: Pick<DeskSession, 'startTime' | 'endTime' | 'promotionClosesHours'>,
): Record<TimerKind, number> {
  const { startTime, endTime } = session
  return {
    reminder_24h: startTime - 24 * HOUR_MS,
    reminder_1h: startTime - HOUR_MS,
    promotion_closes: promotionClosesAt(session),
    starts: startTime,
    ends: endTime,
  }
}

/**
 * Sets the timers of a session that is on, and drops those of one that is not, or no longer then.
 * A reminder that is late is none; what ends has to end, however late.
 */
export function planTimers(store: DeskStore, now: number): void {
  const session = store.findSession()
  for (const [kind, at] of Object.entries(timersOf(session)) as [TimerKind, number][]) {
    const isReminder = kind === 'reminder_24h' || kind === 'reminder_1h'
    if (session.status === 'active' && (at > now || !isReminder)) store.saveTimer(kind, at)
    else store.dropTimer(kind)
  }
}
