import { expect, test } from 'vitest'
import { isDoorOpen } from './door'

test('a ticket lies open from twelve hours before the start to the end', () => {
  const session = { start_time: '2027-05-14T18:00:00Z', end_time: '2027-05-14T19:00:00Z' }
  const open = (at: string) => isDoorOpen(session, Date.parse(at))
  expect(open('2027-05-14T05:59:59Z')).toBe(false)
  expect(open('2027-05-14T06:00:00Z')).toBe(true)
  expect(open('2027-05-14T18:59:59Z')).toBe(true)
  expect(open('2027-05-14T19:00:00Z')).toBe(false)
})
