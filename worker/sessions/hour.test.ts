import { expect, it } from 'vitest'
import { hourOf } from './hour'

it.each([
  ['04:59', 'night'],
  ['05:00', 'dawn'],
  ['07:59', 'dawn'],
  ['08:00', 'morning'],
  ['10:59', 'morning'],
  ['11:00', 'noon'],
  ['13:59', 'noon'],
  ['14:00', 'afternoon'],
  ['16:59', 'afternoon'],
  ['17:00', 'dusk'],
  ['19:59', 'dusk'],
  ['20:00', 'night'],
  ['00:00', 'night'],
])('%s is %s', (time, hour) => {
  expect(hourOf({ startTime: Date.parse(`2027-01-15T${time}Z`), timeZone: 'UTC' })).toBe(hour)
})

it('is that of the session’s own zone, summer and winter', () => {
  const timeZone = 'Europe/Amsterdam'
  expect(hourOf({ startTime: Date.parse('2027-01-15T06:30Z'), timeZone })).toBe('dawn')
  expect(hourOf({ startTime: Date.parse('2027-07-15T06:30Z'), timeZone })).toBe('morning')
  expect(
    hourOf({ startTime: Date.parse('2027-07-15T14:00Z'), timeZone: 'America/Los_Angeles' }),
  ).toBe('dawn')
})
