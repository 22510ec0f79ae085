import { expect, it } from 'vitest'
import { nextWeekDate, wallTime } from './copy-plan'

const session = { start_time: '2027-03-25T17:30:00Z', time_zone: 'Europe/Amsterdam' }
const at = (time: string) => Date.parse(time)

it('copies into the week after, and from what is long past into the next week ahead', () => {
  expect(nextWeekDate(session, at('2027-03-01T00:00:00Z'))).toBe('2027-04-01')
  expect(nextWeekDate(session, at('2027-03-26T00:00:00Z'))).toBe('2027-04-01')
  expect(nextWeekDate(session, at('2027-04-02T00:00:00Z'))).toBe('2027-04-08')
})

it('counts weeks on the calendar of its place', () => {
  const late = { start_time: '2027-05-13T23:30:00Z', time_zone: 'Europe/Amsterdam' }
  expect(nextWeekDate(late, at('2027-05-01T00:00:00Z'))).toBe('2027-05-21')
})

it('reads the time off the clocks of its place', () => {
  expect(wallTime(session)).toBe('18:30')
  expect(wallTime({ start_time: '2027-05-13T22:05:00Z', time_zone: 'Europe/Amsterdam' })).toBe(
    '00:05',
  )
})
