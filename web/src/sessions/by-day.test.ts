import { expect, test } from 'vitest'
import { byDay } from './by-day'

const zone = 'Europe/Amsterdam'
const now = Date.parse('2027-05-14T08:00:00Z')
const at = (start_time: string, time_zone = zone) => ({ start_time, time_zone })

test('sessions of one day stand together, in the order they came', () => {
  const days = byDay(
    [at('2027-05-14T10:00:00Z'), at('2027-05-14T16:30:00Z'), at('2027-05-15T06:00:00Z')],
    now,
  )
  expect(days.map((day) => [day.key, day.sessions.length])).toEqual([
    ['2027-05-14', 2],
    ['2027-05-15', 1],
  ])
  expect(days[0]?.heading).toMatch(/^Today, /)
  expect(days[1]?.heading).toMatch(/^Tomorrow, /)
})

test('the day is that of the place: late evening there may be tomorrow here', () => {
  const days = byDay(
    [at('2027-05-14T22:30:00Z'), at('2027-05-14T23:00:00Z', 'America/New_York')],
    now,
  )
  expect(days.map((day) => day.key)).toEqual(['2027-05-14', '2027-05-15'])
})
