import { expect, test } from 'vitest'
import { unsentWords } from './words'

test('what the door has not sent is counted in words', () => {
  expect(unsentWords(1)).toBe('One check-in waits to be sent.')
  expect(unsentWords(2)).toBe('Two check-ins wait to be sent.')
})
