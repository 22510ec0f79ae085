import { expect, test } from 'vitest'
import { byDate, datesAround, retreatsBefore } from './by-date'

const AMSTERDAM = 'Europe/Amsterdam'
const session = (start_time: string, end_time: string, time_zone = AMSTERDAM) => {
  return { session_type: 'session' as const, start_time, end_time, time_zone }
}

test('a session stands on the day that clocks show where it is held', () => {
  const late = session('2026-12-04T23:30:00Z', '2026-12-05T00:30:00Z')
  expect([...byDate([late]).keys()]).toEqual(['2026-12-05'])
  const there = session('2026-12-05T01:00:00Z', '2026-12-05T02:00:00Z', 'America/New_York')
  expect([...byDate([there]).keys()]).toEqual(['2026-12-04'])
})

test('an evening that ends after midnight is one day, a retreat is each of its days', () => {
  const evening = session('2026-12-04T21:00:00Z', '2026-12-05T00:30:00Z')
  expect([...byDate([evening]).keys()]).toEqual(['2026-12-04'])
  const retreat = {
    ...session('2026-12-30T14:00:00Z', '2027-01-01T11:00:00Z'),
    session_type: 'retreat' as const,
  }
  const days = byDate([retreat])
  expect([...days.keys()]).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
  expect(days.get('2026-12-31')).toEqual([{ session: retreat, dayNumber: 2, daysAll: 3 }])
})

test('the earliest of a day comes first, however they were listed', () => {
  const [noon, dawn] = [
    session('2026-12-04T11:00:00Z', '2026-12-04T12:00:00Z'),
    session('2026-12-04T05:45:00Z', '2026-12-04T06:45:00Z'),
  ]
  const day = byDate([noon, dawn]).get('2026-12-04')
  expect(day?.map(({ session }) => session)).toEqual([dawn, noon])
})

test('a month asks for its weeks and a day to either side', () => {
  expect(datesAround('2026-12', 1)).toEqual({ from: '2026-11-29', to: '2027-01-04' })
  expect(datesAround('2026-12', 7)).toEqual({ from: '2026-11-28', to: '2027-01-03' })
})

test('a month to come looks back for retreats that last into it, one that has begun does not', () => {
  expect(retreatsBefore('2026-12-30', '2026-11-22')).toEqual({
    from: '2026-10-29',
    to: '2026-12-29',
  })
  expect(retreatsBefore('2026-11-22', '2026-11-22')).toBeNull()
})
