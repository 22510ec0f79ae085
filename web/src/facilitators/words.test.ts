import { expect, test } from 'vitest'
import { comingWords } from './words'

test('a facilitator has none, one or more sessions to come', () => {
  expect(comingWords(0)).toBe('Nothing planned yet')
  expect(comingWords(1)).toBe('One session to come')
  expect(comingWords(14)).toBe('14 sessions to come')
})
