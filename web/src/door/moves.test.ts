import { describe, expect, it } from 'vitest'
import type { Guest } from './guest'
import {
  levelled,
  type Move,
  type Moves,
  made,
  NO_MOVES,
  read,
  refused,
  type Told,
  taken,
  tellInOrder,
  withMoves,
} from './moves'

const AT = Date.parse('2027-05-14T16:02:00Z')

const ann: Guest = {
  ...{ id: 7_000_001, state: 'confirmed', party_size: 2, names: ['Bo'], notes: '' },
  ...{ checked_in_at: null, booked_by: 'user', late: false },
  updated_at: '2027-05-10T08:00:00.000Z',
  user: { id: 5, name: 'Ann', email: 'ann@example.com' },
}
const ben: Guest = { ...ann, id: 7_000_002, user: { id: 6, name: 'Ben', email: '' } }

let count = 0
const move = (guest: Guest, kind: Move['kind'], at = AT): Move => ({
  ...{ id: `move-${++count}`, bookingId: guest.id, name: guest.user.name },
  ...{ kind, at },
})

/** A desk that is told moves, as the real one answers them, while there is a line to it. */
function aDesk(moves: Moves) {
  const told: string[] = []
  const gone = new Set<number>()
  const desk = { told, gone, online: true, moves }
  const tell = async ({ bookingId, kind, at, name }: Move): Promise<Told> => {
    if (!desk.online) return { kind: 'silence' }
    told.push(`${name} ${kind}`)
    if (gone.has(bookingId)) return { kind: 'refused', message: 'This booking was given back.' }
    const state = kind === 'in' ? 'attended' : 'confirmed'
    const checked_in_at = kind === 'in' ? new Date(at).toISOString() : null
    const updated_at = '2027-05-14T17:00:00.000Z'
    return { kind: 'taken', answer: { ...ann, id: bookingId, state, checked_in_at, updated_at } }
  }
  const carry = () =>
    tellInOrder({
      next: async () => desk.moves.waiting[0],
      tell,
      note: async (one, answer) => {
        desk.moves =
          answer.kind === 'taken'
            ? taken(desk.moves, one, answer.answer)
            : refused(desk.moves, one, answer.message)
      },
    })
  return { desk, carry }
}

describe('what is done at the door', () => {
  it('shows at once, with the time it was done', () => {
    const moves = made(NO_MOVES, move(ann, 'in'))
    expect(withMoves(ann, moves)).toMatchObject({
      state: 'attended',
      checked_in_at: '2027-05-14T16:02:00.000Z',
    })
    expect(withMoves(ben, moves)).toEqual(ben)
  })

  it('and taken back shows as not in, whatever the desk still says', () => {
    const isIn = { ...ann, state: 'attended', checked_in_at: '2027-05-14T15:59:00.000Z' }
    expect(withMoves(isIn, made(NO_MOVES, move(ann, 'out')))).toMatchObject({
      state: 'confirmed',
      checked_in_at: null,
    })
  })

  it('does not put off since when somebody is in, when a second phone lets them in', () => {
    const isIn = { ...ann, state: 'attended', checked_in_at: '2027-05-14T15:59:00.000Z' }
    expect(withMoves(isIn, made(NO_MOVES, move(ann, 'in'))).checked_in_at).toBe(isIn.checked_in_at)
  })

  it('gives no seat to a booking that was cancelled meanwhile', () => {
    const gone = { ...ann, state: 'cancelled' }
    expect(withMoves(gone, made(NO_MOVES, move(ann, 'in')))).toEqual(gone)
  })
})

describe('without a line', () => {
  it('everything waits, and goes to the desk in the order it was done', async () => {
    const undone = made(made(NO_MOVES, move(ann, 'in')), move(ben, 'in'))
    const { desk, carry } = aDesk(made(undone, move(ann, 'out')))
    desk.online = false
    expect(await carry()).toBe(false)
    expect(desk.moves.waiting).toHaveLength(3)
    desk.online = true
    expect(await carry()).toBe(true)
    expect(desk.told).toEqual(['Ann in', 'Ben in', 'Ann out'])
    expect(desk.moves.waiting).toEqual([])
    expect(withMoves(ann, desk.moves).state).toBe('confirmed')
    expect(withMoves(ben, desk.moves).state).toBe('attended')
  })

  it('who cancelled meanwhile is said, the others go through, and what she read goes', async () => {
    const { desk, carry } = aDesk(made(made(NO_MOVES, move(ann, 'in')), move(ben, 'in')))
    desk.gone.add(ann.id)
    expect(await carry()).toBe(true)
    expect(desk.moves.turnedDown).toMatchObject([
      { move: { name: 'Ann' }, message: 'This booking was given back.' },
    ])
    // Rolled back to what the desk says.
    expect(withMoves(ann, desk.moves).state).toBe('confirmed')
    expect(withMoves(ben, desk.moves).state).toBe('attended')
    const [turnedDown] = desk.moves.turnedDown
    if (!turnedDown) throw new Error('Nothing was turned down.')
    expect(read(desk.moves, turnedDown.move).turnedDown).toEqual([])
  })
})

describe('an answer of the desk', () => {
  const answer = { ...ann, state: 'attended', updated_at: '2027-05-14T17:00:00.000Z' }

  it('stands over a list that lags, and not over one that is newer', () => {
    const moves = taken(NO_MOVES, move(ann, 'in'), answer)
    expect(withMoves(ann, moves).state).toBe('attended')
    const later = { ...ann, updated_at: '2027-05-14T17:00:01.000Z' }
    expect(withMoves(later, moves).state).toBe('confirmed')
  })

  it('is forgotten once the list has it', () => {
    const moves = taken(NO_MOVES, move(ann, 'in'), answer)
    expect(levelled(moves, [ann, ben])).toBe(moves)
    expect(levelled(moves, [answer]).answered).toEqual([])
  })
})
