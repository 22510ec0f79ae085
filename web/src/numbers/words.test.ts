import { describe, expect, it } from 'vitest'
import type { Statistics } from './queries'
import * as say from './words'

const GB = 'en-GB'
const period = (from: string, to: string) => ({ from, to })

describe('a period', () => {
  it('is named as what it is', () => {
    const now = new Date().getUTCFullYear()
    const monday = `${now}-11-16`
    expect(say.periodLong(period(monday, monday), 'day', GB)).toMatch(/16 November$/)
    expect(say.periodLong(period(monday, `${now}-11-22`), 'week', GB)).toBe('16–22 November')
    expect(say.periodLong(period('2025-11-17', '2025-11-23'), 'week', GB)).toMatch(/November 2025$/)
    expect(say.periodLong(period('2026-11-01', '2026-11-30'), 'month', GB)).toBe('November 2026')
    expect(say.periodLong(period('2026-01-01', '2026-12-31'), 'year', GB)).toBe('2026')
  })

  it('that was cut says its own days', () => {
    expect(say.periodLong(period('2026-11-01', '2026-11-22'), 'month', GB)).toMatch(/22 November/)
    expect(say.periodLong(period('2026-11-09', '2026-11-30'), 'month', GB)).toMatch(/^9/)
    expect(say.periodLong(period('2026-01-01', '2026-11-22'), 'year', GB)).toMatch(/22 November/)
    expect(say.periodLong(period('2026-11-30', '2026-11-30'), 'month', GB)).toMatch(/30 November/)
  })

  it('has little room below its bar', () => {
    expect(say.periodShort(period('2026-11-16', '2026-11-22'), 'week', GB)).toBe('16 Nov')
    expect(say.periodShort(period('2026-11-01', '2026-11-30'), 'month', GB)).toBe('Nov')
    expect(say.periodShort(period('2026-01-01', '2026-12-31'), 'year', GB)).toBe('2026')
  })
})

it('the whole range is said with the place whose clocks it is by', () => {
  const of = { from: '2026-08-25', to: '2026-11-22', time_zone: 'Europe/Amsterdam' } as Statistics
  expect(say.rangeWords(of, GB)).toBe('25 August to 22 November 2026, Amsterdam time')
  const over = { ...of, from: '2025-12-01' }
  expect(say.rangeWords(over, GB)).toBe('1 December 2025 to 22 November 2026, Amsterdam time')
})

it('what was made is counted in words and seats', () => {
  const none = { bookings: 0, seats: 0, cancelled: 0, booked_value: 0 }
  expect(say.madeWords(none)).toBe('No bookings')
  expect(say.madeWords({ ...none, bookings: 1, seats: 1 })).toBe('1 booking, 1 seat')
  expect(say.madeWords({ ...none, bookings: 2, seats: 3, cancelled: 1 })).toBe(
    '2 bookings, 3 seats; 1 cancelled since',
  )
})

it('nothing booked is no price', () => {
  expect(say.amount(0, 'EUR', GB)).toBe('0')
  expect(say.amount(17.5, 'EUR', GB)).toBe('€17.50')
})

describe('the fullest hour', () => {
  const cell = (weekday: number, sessions: number, seats: number) => {
    return { weekday, hour: 19, sessions, seats, capacity: sessions * 10 }
  }
  const name = (weekday: number) => `day ${weekday}`

  it('is one that was held more than once, where there is such', () => {
    expect(say.fullestWords([cell(1, 1, 10), cell(3, 4, 36)], name)).toMatch(/^Fullest on day 3 /)
    expect(say.fullestWords([cell(1, 1, 10), cell(3, 1, 2)], name)).toMatch(/^Fullest on day 1 /)
  })

  it('is none where nobody came', () => {
    expect(say.fullestWords([cell(1, 4, 0)], name)).toBe('No seat was taken yet.')
  })
})

describe('how early', () => {
  const LEADS = [24, 72, 168, 336, 720]
  const leads = (...bookings: number[]) =>
    [0, ...LEADS].map((from_hours, at) => {
      return { from_hours, to_hours: LEADS[at] ?? null, bookings: bookings[at] ?? 0 }
    })

  it('is told in days', () => {
    expect(leads().map(say.leadWords)).toEqual([
      ...['Less than a day', '1 to 3 days', '3 to 7 days', '7 to 14 days', '14 to 30 days'],
      '30 days or more',
    ])
  })

  it('half of all book is told by the days in which the half is reached', () => {
    expect(say.halfWords(leads(5, 4, 1))).toMatch(/less than a day/)
    expect(say.halfWords(leads(4, 1, 5))).toMatch(/less than three days/)
    expect(say.halfWords(leads(1, 0, 0, 0, 0, 9))).toMatch(/more than a month/)
    expect(say.halfWords(leads())).toBe('Nothing was booked in this time.')
  })
})

it('waiting is told by who joined and who got a seat', () => {
  const waited = { joined: 0, seated: 0, offered: 0, waiting: 0, went_without: 0 }
  expect(say.waitedWords(waited)).toBe('Nobody joined a waiting list in this time.')
  expect(say.waitedWords({ ...waited, joined: 12, seated: 6 })).toMatch(
    /^Twelve joined a list; six got a seat, 50\s?%\.$/,
  )
  expect(say.waitedWords({ ...waited, joined: 1 })).toMatch(
    /^One joined a list; none got a seat\.$/,
  )
})
