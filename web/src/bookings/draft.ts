/** What somebody was about to book. It outlives a reload, a sign-in and a lost connection. */
export type Draft = {
  party: number
  /** Of those who come along, as far as they were said. */
  names: string[]
  note: string
}

export const PARTY_MAX = 20
const EMPTY: Draft = { party: 1, names: [], note: '' }

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function loadDraft(sessionId: number, shelf: Shelf = sessionStorage): Draft {
  try {
    return draftIn(JSON.parse(shelf.getItem(keyOf(sessionId)) ?? 'null'))
  } catch {
    return EMPTY
  }
}

export function keepDraft(sessionId: number, draft: Draft, shelf: Shelf = sessionStorage) {
  try {
    shelf.setItem(keyOf(sessionId), JSON.stringify(draft))
  } catch {
    // A full or forbidden store costs a reload its draft, nothing more.
  }
}

export function dropDraft(sessionId: number, shelf: Shelf = sessionStorage) {
  shelf.removeItem(keyOf(sessionId))
}

function draftIn(kept: unknown): Draft {
  if (typeof kept !== 'object' || kept === null) return EMPTY
  const party = 'party' in kept && Number.isInteger(kept.party) ? Number(kept.party) : 1
  const note = 'note' in kept && typeof kept.note === 'string' ? kept.note : ''
  const names = 'names' in kept && Array.isArray(kept.names) ? kept.names : []
  return {
    party: Math.min(PARTY_MAX, Math.max(1, party)),
    names: names.map((name) => (typeof name === 'string' ? name : '')).slice(0, PARTY_MAX - 1),
    note,
  }
}

const keyOf = (sessionId: number) => `draft:${sessionId}`
