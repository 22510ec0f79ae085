import { expect, test } from 'vitest'
import { timeLeft, timeLeftStep } from './time-left'

const MINUTE_MS = 60_000

test('time left is told in hours and minutes, at the end in seconds', () => {
  expect(timeLeft(98 * MINUTE_MS + 30_000)).toBe('1 hour 38 minutes left')
  expect(timeLeft(120 * MINUTE_MS)).toBe('2 hours left')
  expect(timeLeft(MINUTE_MS)).toBe('1 minute left')
  expect(timeLeft(MINUTE_MS - 1)).toBe('60 seconds left')
  expect(timeLeft(200)).toBe('1 second left')
  expect(timeLeft(0)).toBe('Ended')
})

test('those who listen hear of it at five steps', () => {
  const heard = Array.from({ length: 150 }, (_, minute) =>
    timeLeftStep((150 - minute) * MINUTE_MS - 1),
  )
  expect([...new Set(heard)]).toEqual([
    '',
    'Less than 60 minutes left to take it.',
    'Less than 30 minutes left to take it.',
    'Less than 10 minutes left to take it.',
    'Less than 5 minutes left to take it.',
    'Less than 1 minute left to take it.',
  ])
  expect(timeLeftStep(0)).toBe('')
})
