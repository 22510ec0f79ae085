import { api } from '../api'
import type { Undoable } from '../ui/Undo'
import { undoing } from '../undoing'
import { words } from './people-words'

/** A press that is under way as the time is up would be refused. */
const MARGIN_MS = 10_000

type Added = {
  message: string
  undo_until: string | null
  booking: { id: number; booking_date: string; user: { name: string; email: string } }
}

/**
 * Takes back somebody who was added a moment ago: they are cancelled. Null where that is no way
 * back, as for who waited. Who has an email has read of it, and reads of the end.
 */
export function undoAdding(
  { message, undo_until: until, booking }: Added,
  sendsMail: boolean,
  onUndone: () => unknown,
): Undoable | null {
  if (until === null) return null
  const { id, user, booking_date: since } = booking
  return {
    said: message,
    // Both are the server's: the reader's clock may be wrong.
    forMs: Date.parse(until) - Date.parse(since) - MARGIN_MS,
    undo: undoing(async () => {
      const param = { id: String(id) }
      await api.facilitator.bookings[':id'].cancel.$post({ param, json: {} })
      void onUndone()
      return words.notAdded(user.name, sendsMail && user.email !== '')
    }),
  }
}
