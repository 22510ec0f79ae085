import { createSignal } from 'solid-js'
import { createUndo } from '../ui/Undo'
import { undoing } from '../undoing'
import { useInbox } from './inbox-context'
import { words } from './words'

/** Marking as read, one or all, with the way back; and whether the last thing tried did not work. */
export function useMarking() {
  const here = useInbox()
  const undo = createUndo()
  const [failed, setFailed] = createSignal(false)

  const attempt = <T>(doing: Promise<T>, onDone: (done: T) => void = () => {}) =>
    doing.then(
      (done) => {
        setFailed(false)
        onDone(done)
      },
      () => setFailed(true),
    )
  const offer = (said: string) => (unmark: (() => Promise<void>) | null) => {
    if (!unmark) return undo.clear()
    undo.offer({ said, undo: undoing(() => unmark().then(() => undefined)) })
  }

  return {
    undo,
    failed,
    attempt,
    markOne: (id: string) => attempt(here.markRead([id]), offer(words.markedOne)),
    markAll: () => attempt(here.markAllRead(), offer(words.markedAll)),
  }
}
