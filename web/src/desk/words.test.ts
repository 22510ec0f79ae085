import { describe, expect, it } from 'vitest'
import {
  cancelConsequence,
  cancelVisitorConsequence,
  changeConsequence,
  copiesWords,
  copyStates,
  endedWords,
  endsAt,
  headline,
  leftFigure,
  leftNoun,
  letterWords,
  loweredWords,
  nobodyWords,
  oddityWords,
  overlapWords,
  overSentence,
  partyWords,
  previewPrice,
  priceWords,
  writeWords,
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

it('says that nobody comes, yet or any more', () => {
  expect(nobodyWords('coming', 0)).toBe('Nobody has booked yet.')
  expect(nobodyWords('coming', 1)).toBe('Nobody is booked any more.')
  expect(nobodyWords('cancelled', 13)).toBe('Nobody is booked any more.')
  expect(nobodyWords('past', 0)).toBe('Nobody had booked.')
})

it('says before cancelling how many are booked, and promises mail only where it is sent', () => {
  const taken = (count: number) => at('session', count)
  expect(cancelConsequence(taken(0), false)).toMatch(/^Nobody has booked it\./)
  expect(cancelConsequence(taken(1), false)).toMatch(/^One seat is booked\. .*No mail is sent\.$/)
  expect(cancelConsequence(taken(14), true)).toMatch(/^14 seats are booked\. .*gets a letter\.$/)
  expect(cancelConsequence(at('retreat', 14), true)).toMatch(/^14 places are booked\. /)
})

it('says before changing how many are booked', () => {
  expect(changeConsequence(at('session', 0), true)).toMatch(/^Nobody has booked it yet\./)
  expect(changeConsequence(at('session', 1), true)).toMatch(/^One seat is booked\. .*by letter\.$/)
  expect(changeConsequence(at('retreat', 2), false)).toMatch(/^Two places are booked\. .*no mail/)
})

it('says what one who booked reads when the seat is taken back', () => {
  const booking = { party_size: 2, user: { id: 1, name: 'Ann', email: 'ann@example.com' } }
  expect(cancelVisitorConsequence(booking, 'session', true)).toBe(
    'Two seats come free at once. Ann reads that at their seats, and gets a letter.',
  )
  const one = { ...booking, party_size: 1 }
  expect(cancelVisitorConsequence(one, 'retreat', false)).toMatch(
    /^One place comes free at once\. .*No mail is sent\.$/,
  )
})

it('says on the button how many copies are made', () => {
  expect(copiesWords(1)).toBe('Make the copy')
  expect(copiesWords(8)).toBe('Make eight copies')
  expect(copyStates(1)[0]).toEqual(['draft', 'A draft: nobody else sees it yet.'])
  expect(copyStates(8)[1]).toEqual(['active', 'Published: they can be booked at once.'])
})

it('says what daylight saving does to a time', () => {
  const typed = { date: '2027-03-28', time: '02:30' }
  const becomes = { date: '2027-03-28', time: '03:30' }
  const zone = 'Europe/Amsterdam'
  expect(oddityWords({ kind: 'skipped', typed, becomes }, zone, 'en-GB')).toBe(
    '2:30 does not exist on 28 March in Amsterdam; it becomes 3:30.',
  )
  expect(oddityWords({ kind: 'doubled', typed }, zone, 'en-GB')).toBe(
    '2:30 happens twice on 28 March in Amsterdam; the first is meant.',
  )
})

it('says when it ends, and on which day when that is another', () => {
  const start = { date: '2027-05-14', time: '23:30' }
  expect(endsAt(start, { date: '2027-05-14', time: '23:50' }, 'en-GB')).toBe('Ends at 23:50.')
  expect(endsAt(start, { date: '2027-05-15', time: '01:00' }, 'en-GB')).toBe(
    'Ends at 1:00 on 15 May.',
  )
})

it('reads a price as it will be read, zero as Free', () => {
  const priced = (price: string) => priceWords({ price, session_type: 'session' }, 'EUR')
  expect(priced('0')).toBe('Reads Free.')
  expect(priced('')).toBe('For one seat. Zero reads Free.')
  expect(priced('18')).toBe('Reads €18.')
  expect(priceWords({ price: '', session_type: 'retreat' }, 'EUR')).toMatch(/^For one place\./)
  expect(previewPrice(12, { price: '18', session_type: 'session' }, 'EUR')).toBe(
    'Twelve seats, €18',
  )
  expect(previewPrice(1, { price: '', session_type: 'retreat' }, 'EUR')).toBe('One place')
})

it('says who ended a booking, and why if it was said', () => {
  const updated_at = '2027-05-14T07:58:00.000Z'
  const zone = 'Europe/Amsterdam'
  const ended = (by: 'user' | 'facilitator' | 'session', cancel_reason: string | null) =>
    endedWords({ cancelled_by: by, cancel_reason, updated_at, late: false }, zone)
  expect(ended('user', 'A cold')).toMatch(/^Cancelled, .*: “A cold”$/)
  expect(ended('facilitator', null)).toMatch(/^Cancelled by you, /)
  const late = { cancelled_by: 'user', cancel_reason: null, updated_at, late: true } as const
  expect(endedWords(late, zone)).toMatch(/^Cancelled late, /)
  expect(ended('session', 'The gong is ill.')).toMatch(/^Cancelled with the session, [^“]*$/)
})

it('says to how many a letter goes', () => {
  expect(writeWords(0)).toBe('Write to them')
  expect(writeWords(3)).toBe('Write to three')
  expect(letterWords(0)).toMatch(/^A letter to everybody who has booked,/)
  expect(letterWords(1)).toMatch(/^A letter to the one you chose,/)
  expect(letterWords(3)).toMatch(/^A letter to the three you chose,/)
})

it('warns while a capacity is typed that is below what is sold, and of another at that time', () => {
  expect(loweredWords(2, 14, 'session')).toMatch(
    /^Two seats over: 14 are sold\. Nobody loses a seat;/,
  )
  expect(loweredWords(1, 1, 'retreat')).toMatch(/^One place over: one is sold\. /)
  const other = {
    title: 'Slow flow',
    start_time: '2027-05-14T16:30:00.000Z',
    time_zone: 'Europe/Amsterdam',
    status: 'draft' as const,
  }
  expect(overlapWords(other)).toMatch(
    /^At the same time you have Slow flow, a draft, .*(18:30|6:30 PM)\.$/,
  )
  expect(overlapWords({ ...other, status: 'active' })).not.toContain('draft')
})
