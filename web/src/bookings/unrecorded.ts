/*
 * The desk answers before the list has it when the records cannot be reached. What was answered
 * is kept here, and laid over the list until the list says the same or something newer.
 */

type Known = { id: number; updated_at: string }
type Shelf = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'unrecorded'

export function keepUnrecorded<B extends Known>(booking: B, shelf: Shelf = sessionStorage) {
  store([...load<B>(shelf).filter(({ id }) => id !== booking.id), booking], shelf)
}

/** The list as it will be, and forgets what it has by now. */
export function withUnrecorded<B extends Known>(list: B[], shelf: Shelf = sessionStorage): B[] {
  const kept = load<B>(shelf)
  if (kept.length === 0) return list
  const behind = kept.filter((booking) => !isIn(list, booking))
  store(behind, shelf)
  return [...list.filter(({ id }) => !behind.some((booking) => booking.id === id)), ...behind]
}

function isIn(list: Known[], booking: Known): boolean {
  return list.some(({ id, updated_at }) => id === booking.id && updated_at >= booking.updated_at)
}

function load<B extends Known>(shelf: Shelf): B[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? (kept as B[]) : []
  } catch {
    return []
  }
}

function store(bookings: Known[], shelf: Shelf) {
  try {
    shelf.setItem(KEY, JSON.stringify(bookings))
  } catch {
    // The booking stands all the same; only this page shows it a moment later.
  }
}
