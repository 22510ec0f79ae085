import { expect, test } from 'vitest'
import {
  dateName,
  datesFrom,
  monthIn,
  monthLater,
  monthName,
  weekdayNames,
  weekStart,
  weeksOf,
} from './month'

const GB = 'en-GB'
const datesOf = (weeks: ReturnType<typeof weeksOf>) => weeks.flat().map(({ date }) => date)

test('a month is whole weeks, filled up by days of the months around it', () => {
  const weeks = weeksOf('2026-12', 1)
  expect(weeks).toHaveLength(5)
  expect(weeks[0]?.[0]).toEqual({ date: '2026-11-30', isInMonth: false })
  expect(weeks[0]?.[1]).toEqual({ date: '2026-12-01', isInMonth: true })
  expect(weeks.at(-1)?.at(-1)).toEqual({ date: '2027-01-03', isInMonth: false })
  expect(weeks.flat().filter(({ isInMonth }) => isInMonth)).toHaveLength(31)
})

test('weeks begin on the day they begin on where the reader is', () => {
  expect(datesOf(weeksOf('2026-12', 7)).slice(0, 3)).toEqual([
    '2026-11-29',
    '2026-11-30',
    '2026-12-01',
  ])
  expect(datesOf(weeksOf('2026-12', 6))[0]).toBe('2026-11-28')
  expect([weekStart('en-US'), weekStart('nl-NL'), weekStart('ar-EG')]).toEqual([7, 1, 6])
  expect(weekdayNames(7, GB).map(({ short }) => short)).toEqual(
    'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
  )
})

test('every date comes once and in order, over changes of the clocks and leap days', () => {
  for (const month of ['2026-02', '2026-03', '2026-10', '2028-02', '2026-08']) {
    for (const first of [1, 6, 7]) {
      const dates = datesOf(weeksOf(month, first))
      expect(dates).toEqual(datesFrom(dates[0] ?? '', dates.at(-1) ?? ''))
      expect(new Set(dates).size).toBe(dates.length)
      expect(dates.length % 7).toBe(0)
    }
  }
  // A February that is exactly four weeks needs no fifth.
  expect(weeksOf('2027-02', 1)).toHaveLength(4)
  expect(datesFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  expect(datesFrom('2028-03-01', '2028-02-28')).toEqual([])
})

test('months follow each other over the year’s end', () => {
  expect(monthLater('2026-12', 1)).toBe('2027-01')
  expect(monthLater('2026-01', -1)).toBe('2025-12')
})

test('an address may say a month, and nothing else', () => {
  expect(monthIn('2026-12')).toBe('2026-12')
  for (const text of ['2026-13', '2026-1', '2026-12-01', '0000-01', '', undefined, ['2026-12']]) {
    expect(monthIn(text)).toBeUndefined()
  }
})

test('months and dates are named in the reader’s words', () => {
  expect(monthName('2026-12', GB)).toBe('December 2026')
  expect(monthName('2026-12', 'nl')).toBe('december 2026')
  expect(dateName('2026-12-05', GB)).toMatch(/^Saturday,? 5 December$/)
})
