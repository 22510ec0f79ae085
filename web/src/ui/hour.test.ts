import { expect, test } from 'vitest'
import { hourField } from './hour'

test('every hour has its light, and night lasts until five', () => {
  const day = Array.from({ length: 24 }, (_, hour) => hourField(hour))
  expect(day.slice(0, 5)).toEqual(Array(5).fill('night'))
  expect([5, 8, 11, 14, 17, 20, 23].map((hour) => day[hour])).toEqual([
    'dawn',
    'morning',
    'noon',
    'afternoon',
    'dusk',
    'night',
    'night',
  ])
  expect([7, 10, 13, 16, 19].map((hour) => day[hour])).toEqual([
    'dawn',
    'morning',
    'noon',
    'afternoon',
    'dusk',
  ])
})
