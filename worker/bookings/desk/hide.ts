import type { DeskStore } from './store'

/** What operators say of it in D1, repeated here: it takes no rev and is told to nobody. */
export function hideAtDesk(store: DeskStore, hiddenAt: number | null): void {
  if (store.findSession().hiddenAt !== hiddenAt) store.saveSession({ hiddenAt })
}
