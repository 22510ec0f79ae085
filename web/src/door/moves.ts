import { type Guest, isSeated } from './guest'

/*
 * What was done at the door and is not at the desk yet. Pure: time, network and storage come in.
 * A move is told to the desk in the order it was made, and telling it twice changes nothing.
 */

/** Letting somebody in, or taking that back. `at` is epoch ms, by this phone's clock. */
export type Move = { id: string; bookingId: number; name: string; kind: 'in' | 'out'; at: number }
export type TurnedDown = { move: Move; message: string }

export type Moves = {
  /** Not at the desk yet, the first made first. */
  waiting: Move[]
  /** What the desk would not have, for her to read. */
  turnedDown: TurnedDown[]
  /** What the desk answered, until the list says the same or something newer. */
  answered: Guest[]
}

/** Where they lie on the phone, each session's under its number. */
export const MOVES = 'moves/'

export const NO_MOVES: Moves = { waiting: [], turnedDown: [], answered: [] }

export function made(moves: Moves, move: Move): Moves {
  return { ...moves, waiting: [...moves.waiting, move] }
}

export function taken(moves: Moves, move: Move, answer: Guest): Moves {
  const others = moves.answered.filter(({ id }) => id !== answer.id)
  return { ...without(moves, move), answered: [...others, answer] }
}

export function refused(moves: Moves, move: Move, message: string): Moves {
  return { ...without(moves, move), turnedDown: [...moves.turnedDown, { move, message }] }
}

/** She has read it. */
export function read(moves: Moves, move: Move): Moves {
  return { ...moves, turnedDown: moves.turnedDown.filter((one) => one.move.id !== move.id) }
}

/** Forgets the answers that the list has by now. */
export function levelled(moves: Moves, list: readonly Guest[]): Moves {
  const behind = moves.answered.filter((answer) => {
    const row = list.find(({ id }) => id === answer.id)
    return !row || row.updated_at < answer.updated_at
  })
  return behind.length === moves.answered.length ? moves : { ...moves, answered: behind }
}

/** Somebody as she sees them at the door: what the desk knows, and over it what she did since. */
export function withMoves<G extends Guest>(guest: G, moves: Moves): G {
  const answer = moves.answered.find(({ id }) => id === guest.id)
  const known: G =
    answer && answer.updated_at > guest.updated_at
      ? { ...guest, state: answer.state, checked_in_at: answer.checked_in_at }
      : guest
  const last = moves.waiting.findLast(({ bookingId }) => bookingId === guest.id)
  if (!last || !isSeated(known)) return known
  return last.kind === 'in'
    ? { ...known, state: 'attended', checked_in_at: inSince(known, last) }
    : { ...known, state: 'confirmed', checked_in_at: null }
}

/** Who is in already has been so since then, whoever presses again. */
const inSince = (known: Guest, move: Move) =>
  known.state === 'attended' ? known.checked_in_at : new Date(move.at).toISOString()

/** What became of a move that was told: done, refused for good, or nobody can say yet. */
export type Told =
  | { kind: 'taken'; answer: Guest }
  | { kind: 'refused'; message: string }
  | { kind: 'silence' }

type Way = {
  /** The first that waits, as storage has it: another window may have told one meanwhile. */
  next: () => Promise<Move | undefined>
  tell: (move: Move) => Promise<Told>
  note: (move: Move, told: Exclude<Told, { kind: 'silence' }>) => Promise<void>
}

/** Tells what waits, one after the other. True when nothing waits any more; false at the first silence. */
export async function tellInOrder({ next, tell, note }: Way): Promise<boolean> {
  for (let move = await next(); move; move = await next()) {
    const told = await tell(move)
    if (told.kind === 'silence') return false
    await note(move, told)
  }
  return true
}

const without = (moves: Moves, move: Move): Moves => ({
  ...moves,
  waiting: moves.waiting.filter(({ id }) => id !== move.id),
})
