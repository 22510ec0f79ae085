import { Refusal } from './refusal'
import type { Undone } from './ui/Undo'

/** The way back over the wire: what is refused is said in its place, and silence may be tried again. */
export function undoing(back: () => Promise<string | undefined>): () => Promise<Undone> {
  return async () => {
    try {
      return { says: await back() }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { says: error.message, isOpen: !error.isDefinite }
    }
  }
}
