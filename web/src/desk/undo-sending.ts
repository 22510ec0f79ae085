import { api } from '../api'
import type { Undoable } from '../ui/Undo'
import { undoing } from '../undoing'
import { sentWords, words } from './people-words'

/** A press that is under way as the time is up would come too late. */
const MARGIN_MS = 2_000

export type Sent = { message_id: number; recipients: number; recall_until: string; sent_at: string }

/** A message waits at the server before its letters leave, so nothing hangs on this page. */
export function undoSending(sent: Sent, onUndone: () => void): Undoable {
  return {
    said: sentWords(sent.recipients),
    // Both are the server's: the reader's clock may be wrong.
    forMs: Date.parse(sent.recall_until) - Date.parse(sent.sent_at) - MARGIN_MS,
    undo: undoing(async () => {
      const param = { id: String(sent.message_id) }
      await api.facilitator.messages[':id'].recall.$post({ param })
      onUndone()
      return words.notSent
    }),
  }
}
