import { expect, test } from 'vitest'
import { contrast } from './contrast'

test('contrast is 21 between black and white, and 1 between equals', () => {
  expect(contrast('rgb(0, 0, 0)', 'rgb(255, 255, 255)')).toBeCloseTo(21)
  expect(contrast('rgb(42, 24, 48)', 'rgb(42, 24, 48)')).toBe(1)
})

test('contrast of ink on paper is what the design says', () => {
  expect(contrast('rgb(42, 24, 48)', 'rgb(245, 244, 239)')).toBeCloseTo(15, 1)
})
