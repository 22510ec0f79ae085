import { changeBooking } from './desk-changes'
import type { DeskStore } from './desk-store'

/**
 * What time alone has changed since the last command: holds and offers that are over end here.
 * Every command begins with it, the alarm is nothing but it, so a late alarm sells nothing,
 * loses nothing and passes over nobody. Returns how many rows it ended.
 */
export function settle(store: DeskStore, now: number): number {
  const due = store.listDue(now)
  for (const booking of due) changeBooking(store, booking, { state: 'expired' }, now)
  return due.length
}
