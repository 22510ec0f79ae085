import { describe, expect, it } from 'vitest'
import {
  cancelConsequence,
  headline,
  leftFigure,
  leftNoun,
  overSentence,
  partyWords,
  remarkOf,
} from './words'

const at = (session_type: 'session' | 'retreat', taken: number) => ({
  session_type,
  taken,
  start_time: '2027-05-14T10:00:00.000Z',
  end_time: '2027-05-14T11:00:00.000Z',
  time_zone: 'Europe/Amsterdam',
})

describe('the day in a headline', () => {
  it('counts sessions, retreats and people in words', () => {
    expect(headline([at('session', 14), at('session', 9), at('session', 17)])).toBe(
      'Three sessions, forty people',
    )
    expect(headline([at('session', 1)])).toBe('One session, one person')
    expect(headline([at('session', 0), at('retreat', 21)])).toBe(
      'One session, one retreat, twenty-one people',
    )
  })

  it('stays calm when nobody or nothing is there', () => {
    expect(headline([at('session', 0)])).toBe('One session, nobody yet')
    expect(headline([])).toBe('Nothing today')
  })
})

it('says what is left, that it is full, or how many it is over', () => {
  const seats = {
    capacity: 12,
    taken: 9,
    available_spots: 3,
    over: 0,
    session_type: 'session',
  } as const
  expect([leftFigure(seats), leftNoun(seats)]).toEqual(['3', 'left'])
  const full = { ...seats, taken: 12, available_spots: 0 }
  expect([leftFigure(full), leftNoun(full)]).toEqual(['Full', undefined])
  const over = { ...seats, taken: 14, available_spots: 0, over: 2 }
  expect([leftFigure(over), leftNoun(over)]).toEqual(['2 over', undefined])
  expect(overSentence(over)).toMatch(/^Two seats over its capacity of 12\./)
  expect(overSentence({ ...over, session_type: 'retreat' })).toMatch(
    /^Two places over .* Nobody loses a place;/,
  )
})

it('counts seats of a session and places of a retreat', () => {
  expect(partyWords(1, 'session')).toBe('One seat')
  expect(partyWords(1, 'retreat')).toBe('One place')
})

it('says before cancelling how many are booked, and promises mail only where it is sent', () => {
  const taken = (count: number) => at('session', count)
  expect(cancelConsequence(taken(0), false)).toMatch(/^Nobody has booked it\./)
  expect(cancelConsequence(taken(1), false)).toMatch(/^One seat is booked\. .*No mail is sent\.$/)
  expect(cancelConsequence(taken(14), true)).toMatch(/^14 seats are booked\. .*gets a letter\.$/)
  expect(cancelConsequence(at('retreat', 14), true)).toMatch(/^14 places are booked\. /)
})

it('remarks in a list only on what sets a session apart', () => {
  const [session, retreat] = [at('session', 0), at('retreat', 0)]
  expect(remarkOf(session, 'coming')).toBe('')
  expect(remarkOf(retreat, 'coming')).toBe('Retreat')
  expect(remarkOf(session, 'running')).toBe('On now')
  expect(remarkOf(retreat, 'cancelled')).toBe('Retreat, cancelled')
  expect(remarkOf(session, 'draft', 'draft')).toBe('')
})
