import { describe, expect, it, test } from 'vitest'
import { withFirstDay } from './retreat-dates'
import { bodyOf, problemsOf } from './session-form'
import { STARTERS, starterForm, starterIn } from './starters'

const ZONE = 'Europe/Amsterdam'

describe.each(STARTERS)('the starter %s', (starter) => {
  it('lacks its date and nothing else', () => {
    const form = starterForm(starter, ZONE)
    expect(problemsOf(form)).toHaveLength(1)
    const dated = { ...form, ...withFirstDay(form, '2027-05-07') }
    expect(problemsOf(dated)).toEqual([])
    for (const text of [dated.title, dated.description, dated.what_to_expect])
      expect(text).not.toBe('')
    expect(bodyOf(dated).days.every((day) => day.title && day.text && day.date)).toBe(true)
  })
})

test('only the names of starters begin one', () => {
  expect(STARTERS.map(starterIn)).toEqual([...STARTERS])
  expect([starterIn('monthly'), starterIn(undefined), starterIn(['weekly-class'])]).toEqual([
    ...[undefined, undefined, undefined],
  ])
})

describe('the first day of a retreat', () => {
  const retreat = starterForm('weekend-retreat', ZONE)
  const typed = (...dates: string[]) => {
    let form = retreat
    for (const date of dates) form = { ...form, ...withFirstDay(form, date) }
    return form
  }

  it('gives the programme its dates, over the end of a month too', () => {
    const form = typed('2027-04-30')
    expect(form.last_day).toBe('2027-05-02')
    expect(form.days.map(({ date }) => date)).toEqual(['2027-04-30', '2027-05-01', '2027-05-02'])
  })

  it('takes the programme along when it moves, also while a year is typed', () => {
    const form = typed('0002-12-05', '0020-12-05', '0202-12-05', '2026-12-05', '', '2026-12-04')
    expect(form.date).toBe('2026-12-04')
    expect(typed('0002-12-05', '0020-12-05', '2026-12-05').last_day).toBe('2026-12-07')
    expect(typed('2026-12-05', '2027-03-05').days.map(({ date }) => date)).toEqual([
      ...['2027-03-05', '2027-03-06', '2027-03-07'],
    ])
  })

  it('leaves a last day alone that is nowhere near it', () => {
    const cleared = typed('2026-12-05', '', '0002-12-06')
    expect(cleared.last_day).toBe('2026-12-07')
    expect({ ...cleared, ...withFirstDay(cleared, '2026-12-06') }.last_day).toBe('2026-12-07')
  })

  it('is all that changes of a session', () => {
    expect(withFirstDay(starterForm('weekly-class', ZONE), '2027-05-07')).toEqual({
      date: '2027-05-07',
    })
  })
})
