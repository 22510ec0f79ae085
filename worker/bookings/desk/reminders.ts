import { write } from './changes'
import type { DeskStore } from './store'

/** Reminds everybody with a seat; after the start there is nothing to remind of. */
export function remind(store: DeskStore, kind: 'reminder_24h' | 'reminder_1h', now: number): void {
  const session = store.findSession()
  if (now >= session.startTime) return
  const seats = store.seats(session, now)
  for (const booking of store.listConfirmed()) write(store, kind, booking, 'visitor', now, seats)
}
