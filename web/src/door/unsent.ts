import { keptBy } from './kept'
import { MOVES, type Moves } from './moves'

/** How many moves of this person's doors wait on this phone; none where nothing can be kept. */
export async function countUnsent(userId: number): Promise<number> {
  const all = await keptBy(userId)
    .readAll<Moves>(MOVES)
    .catch(() => [])
  return all.reduce((sum, { waiting }) => sum + waiting.length, 0)
}
