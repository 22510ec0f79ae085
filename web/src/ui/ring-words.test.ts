import { expect, test } from 'vitest'
import { ringWords } from './ring-words'

test('the ring says what its dots are, in words', () => {
  const room = { capacity: 24, taken: 22, pending: 1, yours: 1 }
  expect(ringWords(room)).toBe('21 of 24 seats taken, 1 offered, 2 left, one is yours')
  expect(ringWords({ capacity: 12, taken: 14, left: 0 })).toBe('14 of 12 seats taken, 0 left')
})

test('the ring of a retreat says places', () => {
  const places = { one: 'place', other: 'places' }
  expect(ringWords({ capacity: 16, taken: 14, yours: 2 }, places)).toBe(
    '14 of 16 places taken, 2 left, 2 are yours',
  )
})
