import { write } from './desk-changes'
import type { DeskStore } from './desk-store'

/** Reminds everybody with a seat of what is due; after the start there is nothing to remind of. */
export function remind(store: DeskStore, now: number): void {
  for (const kind of store.listDueTimers(now)) {
    store.dropTimer(kind)
    const { startTime, capacity } = store.findSession()
    if (now >= startTime) continue
    const seats = store.seats(capacity)
    for (const booking of store.listConfirmed()) write(store, kind, booking, 'visitor', now, seats)
  }
}
