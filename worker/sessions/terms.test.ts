import { describe, expect, it } from 'vitest'
import { changesFrom, problemsOf } from './terms'

const AMSTERDAM = { timeZone: 'Europe/Amsterdam', currency: 'EUR' }
const at = (text: string) => Date.parse(text)

describe('what fields mean', () => {
  it('only what was sent is a change', () => {
    expect(changesFrom({}, AMSTERDAM)).toEqual({})
    expect(changesFrom({ title: 'Yin' }, AMSTERDAM)).toEqual({ title: 'Yin' })
  })

  it('times without an offset are those of the zone', () => {
    expect(changesFrom({ start_time: '2027-07-01T09:00' }, AMSTERDAM)).toEqual({
      startTime: at('2027-07-01T07:00:00Z'),
    })
  })

  it('a price becomes minor units of its currency', () => {
    const minor = (price: number, currency: string) =>
      changesFrom({ price }, { ...AMSTERDAM, currency }).priceMinor
    expect(minor(19.99, 'EUR')).toBe(1999)
    expect(minor(1_000_000, 'EUR')).toBe(100_000_000)
    expect(minor(2500, 'JPY')).toBe(2500)
    expect(minor(1.234, 'KWD')).toBe(1234)
  })

  it.each([
    [19.999, 'EUR'],
    [0.001, 'EUR'],
    [2500.5, 'JPY'],
  ])('%d %s has more decimals than the currency', (price, currency) => {
    expect(() => changesFrom({ price }, { ...AMSTERDAM, currency })).toThrow(/^price: /)
  })

  it('every field that makes no sense is named', () => {
    const read = () => changesFrom({ start_time: 'noon', end_time: '', price: 0.001 }, AMSTERDAM)
    expect(read).toThrow(
      expect.objectContaining({
        code: 'invalid',
        details: ['start_time', 'end_time', 'price'].map((path) =>
          expect.objectContaining({ path }),
        ),
      }),
    )
  })
})

describe('a session as a whole', () => {
  const session = {
    sessionType: 'session' as const,
    startTime: at('2027-05-01T08:00:00Z'),
    endTime: at('2027-05-01T09:00:00Z'),
    timeZone: 'Europe/Amsterdam',
    days: [],
  }
  const retreat = {
    ...session,
    sessionType: 'retreat' as const,
    endTime: at('2027-05-03T14:00:00Z'),
  }
  const paths = (terms: Parameters<typeof problemsOf>[0]) => problemsOf(terms).map((p) => p.path)

  it('is sound when it ends after its start', () => {
    expect(paths(session)).toEqual([])
    expect(paths({ ...session, endTime: session.startTime })).toEqual(['end_time'])
    expect(paths({ ...session, endTime: session.startTime - 1 })).toEqual(['end_time'])
  })

  it('lasts a day at most; a retreat 60', () => {
    const lasting = (hours: number) => session.startTime + hours * 3_600_000
    expect(paths({ ...session, endTime: lasting(24) })).toEqual([])
    expect(paths({ ...session, endTime: lasting(24) + 1 })).toEqual(['end_time'])
    expect(paths({ ...retreat, endTime: lasting(60 * 24) })).toEqual([])
    expect(paths({ ...retreat, endTime: lasting(60 * 24) + 1 })).toEqual(['end_time'])
  })

  it('has days only if it is a retreat, and only its own', () => {
    const on = (...dates: string[]) => dates.map((date) => ({ date, title: 'Arrive', text: '' }))
    expect(paths({ ...session, days: on('2027-05-01') })).toEqual(['days'])
    expect(paths({ ...retreat, days: on('2027-05-01', '2027-05-03') })).toEqual([])
    expect(paths({ ...retreat, days: on('2027-04-30', '2027-05-02', '2027-05-04') })).toEqual([
      'days.0.date',
      'days.2.date',
    ])
  })

  it('counts its days by the calendar of its zone', () => {
    const late = { ...retreat, startTime: at('2027-05-01T22:30:00Z') }
    const first = [{ date: '2027-05-01', title: 'Arrive', text: '' }]
    expect(paths({ ...late, days: first })).toEqual(['days.0.date'])
    expect(paths({ ...late, days: first, timeZone: 'Europe/London' })).toEqual([])
  })
})
