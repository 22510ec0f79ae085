import { expect, it } from 'vitest'
import { hoursBefore } from './hours-before'

it('says when so many hours before the start are', () => {
  const start = '2027-05-14T16:30:00.000Z'
  const said = (hours: string) => hoursBefore(start, hours, 'Europe/Amsterdam')
  expect(said('24')).toMatch(/^That is Thu.* 13.*, .*(18:30|6:30 PM)\. $/)
  expect(['0', '', '1.5', '-3', '1e9'].map(said)).toEqual(['', '', '', '', ''])
  expect(hoursBefore(undefined, '24', 'UTC')).toBe('')
})
