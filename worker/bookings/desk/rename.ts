import type { DeskStore } from './store'

/** D1 is where her name comes from, so it takes no rev and is told to nobody. */
export function renameFacilitator(store: DeskStore, name: string): void {
  if (store.findSession().facilitatorName !== name) store.saveSession({ facilitatorName: name })
}
