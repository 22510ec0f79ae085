import { say } from '../ui/Say'
import type { Undoable } from '../ui/Undo'
import { undoing } from '../undoing'
import { postJoin } from './asks'
import { placeKeptMs } from './list-state'
import { keepUnrecorded } from './unrecorded'
import { type Answered, rereadSeats } from './use-asking'

/** The way back onto the list, while the old place is kept. Null: it is not, as of an offer passed on. */
export function undoLeaving(
  { message, booking }: Answered,
  onBack: (answered: Answered) => void = () => {},
): Undoable | null {
  const forMs = placeKeptMs(booking)
  if (forMs === null) return null
  return {
    said: message,
    forMs,
    undo: undoing(async () => {
      const { session, party_size: party, names, notes: note } = booking
      const answered = await postJoin(session.id, { party, names, note }, { old_place: true })
      if (!answered.recorded) keepUnrecorded(answered.booking)
      say(answered.message)
      onBack(answered)
      void rereadSeats()
      return undefined
    }),
  }
}
