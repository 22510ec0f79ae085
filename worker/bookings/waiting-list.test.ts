import { expect, it } from 'vitest'
import { isPassedOver, isPromoting, offerEndsAt, offerMs, takeTurns } from './waiting-list'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = 1_000 * HOUR

const parties = (...sizes: number[]) => sizes.map((partySize, id) => ({ id, partySize }))
const offered = (policy: 'skip' | 'strict', free: number, ...sizes: number[]) =>
  takeTurns(policy, free, parties(...sizes))
    .filter((turn) => turn.isOffered)
    .map(({ waiter }) => waiter.id)

it('who waits longest comes first, while seats are free', () => {
  expect(offered('skip', 2, 1, 1, 1)).toEqual([0, 1])
  expect(offered('strict', 2, 1, 1, 1)).toEqual([0, 1])
})

it('skip passes over a party that does not fit, strict stops at it', () => {
  expect(offered('skip', 2, 3, 1, 2, 1)).toEqual([1, 3])
  expect(offered('strict', 2, 3, 1, 2, 1)).toEqual([])
  expect(offered('strict', 4, 3, 2, 1)).toEqual([0])
})

it('a turn says what was free when it came', () => {
  const turns = takeTurns('skip', 3, parties(2, 2, 1))
  expect(turns.map(({ free, isOffered }) => [free, isOffered])).toEqual([
    [3, true],
    [1, false],
    [1, true],
  ])
})

it('nothing free, or fewer than nothing, is nobody’s turn', () => {
  expect(takeTurns('skip', 0, parties(1))).toEqual([])
  expect(takeTurns('strict', -2, parties(1))).toEqual([])
})

it('an offer lasts a moment at least, whatever is set: what ends as it begins would be made for ever', () => {
  expect(offerEndsAt(START, 0, offerMs('0.000001'))).toBeGreaterThan(0)
})

it('an offer stands two hours, less as the start nears, five minutes at least, never past the start', () => {
  const most = offerMs(undefined)
  expect(offerEndsAt(START, START - 48 * HOUR, most)).toBe(START - 46 * HOUR)
  expect(offerEndsAt(START, START - 4 * HOUR, most)).toBe(START - 3 * HOUR)
  expect(offerEndsAt(START, START - 8 * MINUTE, most)).toBe(START - 3 * MINUTE)
  expect(offerEndsAt(START, START - 2 * MINUTE, most)).toBe(START)
})

it('a site may let offers stand for longer or shorter', () => {
  expect(offerEndsAt(START, 0, offerMs('30'))).toBe(30 * MINUTE)
  expect(offerEndsAt(START, 0, offerMs('1'))).toBe(MINUTE)
  expect(offerMs('soon')).toBe(offerMs(undefined))
})

it('seats are offered until the promotion closes, to the millisecond', () => {
  const terms = { status: 'active' as const, startTime: START, promotionClosesHours: 3 }
  expect(isPromoting(terms, START - 3 * HOUR - 1)).toBe(true)
  expect(isPromoting(terms, START - 3 * HOUR)).toBe(false)
  expect(isPromoting({ ...terms, status: 'cancelled' }, 0)).toBe(false)
})

it('I3 finds who was passed over, and nobody who does not fit', () => {
  const room = {
    status: 'active' as const,
    startTime: START,
    promotionClosesHours: 0,
    capacity: 4,
    waitlistPolicy: 'skip' as const,
  }
  expect(isPassedOver(room, 3, parties(2, 1), 0)).toBe(true)
  expect(isPassedOver({ ...room, waitlistPolicy: 'strict' }, 3, parties(2, 1), 0)).toBe(false)
  expect(isPassedOver(room, 3, parties(2, 3), 0)).toBe(false)
  expect(isPassedOver(room, 3, parties(1), START)).toBe(false)
})
