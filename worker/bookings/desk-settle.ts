import { changeBooking } from './desk-changes'
import { remind } from './desk-reminders'
import type { DeskStore } from './desk-store'

/**
 * What time alone has changed since the last command: holds and offers that are over end here,
 * reminders that are due go out. Every command begins with it, the alarm is nothing but it, so a
 * late alarm sells nothing, loses nothing and passes over nobody.
 */
export function settle(store: DeskStore, now: number): void {
  for (const booking of store.listDue(now)) changeBooking(store, booking, { state: 'expired' }, now)
  remind(store, now)
}
