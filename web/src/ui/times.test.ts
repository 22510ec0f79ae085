import { expect, test } from 'vitest'
import * as times from './times'

const AMSTERDAM = 'Europe/Amsterdam'
const NOW = '2026-05-13T08:00:00Z'
const EVENING = '2026-05-14T16:30:00Z'
const GB = 'en-GB'

test('an hour is written at the place of the session, in the custom of the reader', () => {
  expect(times.clock(EVENING, AMSTERDAM, GB)).toBe('18:30')
  expect(times.clock(EVENING, 'Europe/London', GB)).toBe('17:30')
  expect(times.clock(EVENING, AMSTERDAM, 'en-US')).toMatch(/^6:30\sPM$/)
  expect(times.span(EVENING, '2026-05-14T17:45:00Z', AMSTERDAM, GB)).toBe(
    '18:30\u00a0to\u00a019:45',
  )
})

test('a day names its year only when it is another', () => {
  expect(times.day(EVENING, AMSTERDAM, NOW, GB)).toBe('Thursday 14 May')
  expect(times.day('2027-05-14T16:30:00Z', AMSTERDAM, NOW, GB)).toContain('2027')
  expect(times.shortDay(EVENING, AMSTERDAM, NOW, GB)).toMatch(/^Thu,? 14 May$/)
})

test('the calendar day is that of the place', () => {
  expect(times.dayKey('2026-05-14T22:30:00Z', AMSTERDAM)).toBe('2026-05-15')
  expect(times.dayKey('2026-05-14T22:30:00Z', 'America/New_York')).toBe('2026-05-14')
  expect(times.hourAt('2026-05-14T22:30:00Z', AMSTERDAM)).toBe(0)
})

test('days are counted by the calendar, not by 24 hours', () => {
  expect(times.daysBetween('2026-05-13T21:59:00Z', '2026-05-13T22:01:00Z', AMSTERDAM)).toBe(1)
  expect(times.daysBetween('2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', AMSTERDAM)).toBe(2)
  expect(times.nearDay(NOW, AMSTERDAM, NOW)).toBe('Today')
  expect(times.nearDay(EVENING, AMSTERDAM, NOW)).toBe('Tomorrow')
  expect(times.nearDay('2026-05-16T16:30:00Z', AMSTERDAM, NOW)).toBeUndefined()
  expect(times.nearDay('2026-05-12T16:30:00Z', AMSTERDAM, NOW)).toBeUndefined()
})

test('what runs over days is written as a range', () => {
  const range = (start: string, end: string) => times.dayRange(start, end, AMSTERDAM, NOW, GB)
  expect(range('2026-06-05T12:00:00Z', '2026-06-12T12:00:00Z')).toBe('5–12 June')
  expect(range('2026-06-28T12:00:00Z', '2026-07-02T12:00:00Z')).toMatch(/^28 June\s–\s2 July$/)
  expect(range('2027-06-05T12:00:00Z', '2027-06-12T12:00:00Z')).toBe('5–12 June 2027')
})

test('how far away something is comes in minutes, hours and days', () => {
  expect(times.fromNow('2026-05-13T08:20:00Z', NOW, AMSTERDAM, 'en')).toBe('in 20 minutes')
  expect(times.fromNow('2026-05-13T12:10:00Z', NOW, AMSTERDAM, 'en')).toBe('in 4 hours')
  expect(times.fromNow('2026-05-25T08:00:00Z', NOW, AMSTERDAM, 'en')).toBe('in 12 days')
  // Wednesday morning and Friday evening: two days, though two and a half have to pass.
  expect(times.fromNow('2026-05-15T21:30:00Z', NOW, AMSTERDAM, 'en')).toBe('in 2 days')
  expect(times.fromNow('2026-05-15T22:30:00Z', NOW, AMSTERDAM, 'en')).toBe('in 3 days')
})

test('two zones agree when their clocks do', () => {
  expect(times.sameClock(EVENING, AMSTERDAM, 'Europe/Berlin')).toBe(true)
  expect(times.sameClock(EVENING, AMSTERDAM, 'Europe/London')).toBe(false)
  expect(times.zonePlace('America/New_York')).toBe('New York')
})
