import { expect, test } from 'vitest'
import { byHour, daysAfter, firstFreeDay } from './today'

const now = Date.parse('2027-05-14T06:00:00Z')
const at = (
  start_time: string,
  available_spots: number,
  session_type: 'session' | 'retreat' = 'session',
) => ({ id: 1, session_type, start_time, available_spots, time_zone: 'Europe/Amsterdam' })

test('seats of one day are counted together, retreats aside', () => {
  const day = firstFreeDay(
    [
      at('2027-05-14T10:00:00Z', 3),
      at('2027-05-14T16:30:00Z', 2),
      at('2027-05-14T12:00:00Z', 9, 'retreat'),
      at('2027-05-15T10:00:00Z', 7),
    ],
    now,
  )
  expect(day).toMatchObject({ left: 5, near: 'today' })
  expect(day?.sessions).toHaveLength(2)
})

test('where today is full, the next day with free seats is shown', () => {
  const sessions = [at('2027-05-14T10:00:00Z', 0), at('2027-05-15T10:00:00Z', 7)]
  expect(firstFreeDay(sessions, now)).toMatchObject({ left: 7, near: 'tomorrow' })
})

test('where everything is full, the first day is shown; where nothing is planned, none', () => {
  expect(firstFreeDay([at('2027-05-20T10:00:00Z', 0)], now)).toMatchObject({
    left: 0,
    near: undefined,
  })
  expect(firstFreeDay([], now)).toBeNull()
})

test('the days after the one shown are told by their light, for a week', () => {
  const shown = at('2027-05-14T10:00:00Z', 3)
  const sessions = [
    shown,
    at('2027-05-15T16:30:00Z', 2),
    at('2027-05-15T05:00:00Z', 1),
    at('2027-05-20T10:00:00Z', 0),
    at('2027-05-21T10:00:00Z', 4),
  ]
  const days = daysAfter(shown, sessions, true)
  expect(days.map(({ date, left }) => [date, left])).toEqual([
    ['2027-05-15', 3],
    ['2027-05-20', 0],
  ])
  expect(days[0]?.lights).toEqual(['dawn', 'dusk'])
})

test('a day of which the end was not read is not told', () => {
  const shown = at('2027-05-14T10:00:00Z', 3)
  const sessions = [shown, at('2027-05-15T10:00:00Z', 2), at('2027-05-16T10:00:00Z', 2)]
  expect(daysAfter(shown, sessions, false).map(({ date }) => date)).toEqual(['2027-05-15'])
})

test('each hour of the day has its sessions, night those after midnight too', () => {
  const hours = byHour([at('2027-05-14T04:45:00Z', 1), at('2027-05-14T23:00:00Z', 1)])
  expect(hours.filter(({ sessions }) => sessions.length > 0).map(({ hour }) => hour)).toEqual([
    'dawn',
    'night',
  ])
})
