import { describe, expect, it } from 'vitest'
import { clockAt, datesBetween, endOf, isZone, minutesBetween, momentOf } from './wall-time'

const AMSTERDAM = 'Europe/Amsterdam'

describe('a time on the clocks of a place', () => {
  it('is an instant, in winter and in summer', () => {
    expect(momentOf({ date: '2027-01-15', time: '09:00' }, AMSTERDAM)).toEqual({
      instant: '2027-01-15T08:00:00.000Z',
      clock: { date: '2027-01-15', time: '09:00' },
      oddity: null,
    })
    expect(momentOf({ date: '2027-07-15', time: '09:00' }, AMSTERDAM)?.instant).toBe(
      '2027-07-15T07:00:00.000Z',
    )
  })

  it('that spring skips becomes the hour after, and says so', () => {
    const typed = { date: '2027-03-28', time: '02:30' }
    const moment = momentOf(typed, AMSTERDAM)
    expect(moment?.instant).toBe('2027-03-28T01:30:00.000Z')
    expect(moment?.oddity).toEqual({
      kind: 'skipped',
      typed,
      becomes: { date: '2027-03-28', time: '03:30' },
    })
  })

  it('that autumn doubles is the first of the two, and says so', () => {
    const typed = { date: '2027-10-31', time: '02:30' }
    const moment = momentOf(typed, AMSTERDAM)
    expect(moment?.instant).toBe('2027-10-31T00:30:00.000Z')
    expect(moment?.oddity).toEqual({ kind: 'doubled', typed })
  })

  it('is nothing while it is half typed or the zone is none', () => {
    expect(momentOf({ date: '', time: '09:00' }, AMSTERDAM)).toBeNull()
    expect(momentOf({ date: '2027-02-30', time: '09:00' }, AMSTERDAM)).toBeNull()
    expect(momentOf({ date: '2027-02-20', time: '' }, AMSTERDAM)).toBeNull()
    expect(momentOf({ date: '2027-02-20', time: '09:00' }, 'Europe/Amst')).toBeNull()
  })
})

describe('the end', () => {
  it('is computed in real minutes, over midnight and over a change of clocks', () => {
    const late = momentOf({ date: '2027-05-14', time: '23:30' }, AMSTERDAM)
    expect(late && endOf(late, 90, AMSTERDAM)?.clock).toEqual({ date: '2027-05-15', time: '01:00' })
    const inSpring = momentOf({ date: '2027-03-28', time: '01:30' }, AMSTERDAM)
    const end = inSpring && endOf(inSpring, 60, AMSTERDAM)
    expect(end?.clock.time).toBe('03:30')
    expect(inSpring && end && minutesBetween(inSpring.instant, end.instant)).toBe(60)
  })
})

it('reads an instant back as the clocks there show it', () => {
  expect(clockAt('2027-07-15T07:00:00.000Z', AMSTERDAM)).toEqual({
    date: '2027-07-15',
    time: '09:00',
  })
})

it('lists the days of a retreat, a bounded number of them', () => {
  expect(datesBetween('2027-02-27', '2027-03-01', 60)).toEqual([
    '2027-02-27',
    '2027-02-28',
    '2027-03-01',
  ])
  expect(datesBetween('2027-03-01', '2027-02-27', 60)).toEqual([])
  expect(datesBetween('2027-01-01', '2037-01-01', 60)).toHaveLength(60)
})

it('knows a zone from a slip of the pen', () => {
  expect(isZone('Europe/Amsterdam')).toBe(true)
  expect(isZone('Europe/Amst')).toBe(false)
  expect(isZone('')).toBe(false)
})
