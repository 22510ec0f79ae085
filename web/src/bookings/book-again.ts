import { paths } from '../paths'
import type { Undoable } from '../ui/Undo'
import { keepDraft } from './draft'
import type { Answered } from './use-asking'
import { words } from './words'

/**
 * A seat given back is everybody's at once, so that is not undone. While there are as many left, the
 * form is one press away, filled in as it was. Null: there are not.
 */
export function bookAgain(
  { message, booking }: Answered,
  go: (path: string) => void,
): Undoable | null {
  const { session, party_size: party, names, notes: note } = booking
  if (session.available_spots < party) return null
  return {
    said: message,
    label: words.bookAgain,
    undo: async () => {
      keepDraft(session.id, { party, names, note })
      go(`${paths.session(session.id)}#book`)
      return {}
    },
  }
}
