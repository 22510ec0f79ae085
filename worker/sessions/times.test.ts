import { describe, expect, it } from 'vitest'
import { dateAt, dayOf, instantOf, isDate, zoneNamed } from './times'

const at = (text: string, zone = 'Europe/Amsterdam') => {
  const instant = instantOf(text, zone)
  return instant === null ? null : new Date(instant).toISOString()
}

describe('a time without an offset', () => {
  it('is what the clocks of its zone show, in winter and in summer', () => {
    expect(at('2027-01-15T09:00')).toBe('2027-01-15T08:00:00.000Z')
    expect(at('2027-07-15T09:00')).toBe('2027-07-15T07:00:00.000Z')
    expect(at('2027-01-15T09:00', 'Asia/Kolkata')).toBe('2027-01-15T03:30:00.000Z')
  })

  it('may leave out seconds or have parts of them', () => {
    expect(at('2027-01-15T09:00:30')).toBe('2027-01-15T08:00:30.000Z')
    expect(at('2027-01-15T09:00:30.250999')).toBe('2027-01-15T08:00:30.250Z')
  })

  it('that clocks skip in spring moves on by the gap', () => {
    expect(at('2027-03-28T02:30')).toBe('2027-03-28T01:30:00.000Z') // 03:30 in Amsterdam
    expect(at('2027-03-14T02:15', 'America/New_York')).toBe('2027-03-14T07:15:00.000Z')
  })

  it('that clocks show twice in autumn is the first of the two', () => {
    expect(at('2027-10-31T02:30')).toBe('2027-10-31T00:30:00.000Z') // still summer time
    expect(at('2027-11-07T01:30', 'America/New_York')).toBe('2027-11-07T05:30:00.000Z')
  })
})

describe('a time with an offset', () => {
  it('is that instant, whatever the zone', () => {
    expect(at('2027-01-15T09:00Z')).toBe('2027-01-15T09:00:00.000Z')
    expect(at('2027-01-15T09:00:00.000Z', 'Asia/Tokyo')).toBe('2027-01-15T09:00:00.000Z')
    expect(at('2027-01-15T09:00+05:30')).toBe('2027-01-15T03:30:00.000Z')
    expect(at('2027-01-15T09:00-0300')).toBe('2027-01-15T12:00:00.000Z')
  })

  it('can say either half of an hour that clocks show twice', () => {
    expect(at('2027-10-31T02:30+02:00')).toBe('2027-10-31T00:30:00.000Z')
    expect(at('2027-10-31T02:30+01:00')).toBe('2027-10-31T01:30:00.000Z')
  })
})

it.each([
  '',
  'tomorrow',
  '2027-01-15',
  '2027-01-15 09:00',
  '2027-02-30T09:00',
  '2027-13-01T09:00',
  '2027-01-15T24:00',
  '2027-01-15T09:60',
  '2027-01-15T9:00',
  '20270115T090000Z',
  '2027-01-15T09:00+25:00',
  '2027-01-15T09:00[Europe/Amsterdam]',
  '+012027-01-15T09:00Z',
  '1800000000',
])('%j is no time', (text) => {
  expect(instantOf(text, 'Europe/Amsterdam')).toBeNull()
})

describe('a date', () => {
  it('is a day that the calendar has', () => {
    expect(isDate('2028-02-29')).toBe(true)
    expect(isDate('2027-02-29')).toBe(false)
    expect(isDate('2027-1-1')).toBe(false)
  })

  it('lasts 23 hours when clocks go forward and 25 when they go back', () => {
    const hours = (date: string) => {
      const day = dayOf(date, 'Europe/Amsterdam')
      return day && (day.ends - day.begins) / 3_600_000
    }
    expect(hours('2027-03-28')).toBe(23)
    expect(hours('2027-10-31')).toBe(25)
    expect(hours('2027-02-29')).toBeNull()
  })

  it('depends on where one is', () => {
    const instant = Date.parse('2027-05-01T22:30:00Z')
    expect(dateAt(instant, 'Europe/Amsterdam')).toBe('2027-05-02')
    expect(dateAt(instant, 'America/New_York')).toBe('2027-05-01')
  })
})

describe('a zone', () => {
  it('is an IANA name in its proper case, aliases as they are', () => {
    expect(zoneNamed('europe/amsterdam')).toBe('Europe/Amsterdam')
    expect(zoneNamed('Asia/Kolkata')).toBe('Asia/Kolkata')
    expect(zoneNamed('UTC')).toBe('UTC')
  })

  it.each(['', 'Mars/Olympus', '+01:00', '2027-01-15T09:00Z', 'Europe', 'Europe/Amsterdam;'])(
    'is not %j',
    (text) => {
      expect(zoneNamed(text)).toBeNull()
    },
  )
})
