import { expect, it } from 'vitest'
import {
  cancelVisitorConsequence,
  endedWords,
  letterWords,
  nobodyWords,
  sentWords,
  writeWords,
} from './people-words'

it('says that nobody comes, yet or any more', () => {
  expect(nobodyWords('coming', 0)).toBe('Nobody has booked yet.')
  expect(nobodyWords('coming', 1)).toBe('Nobody is booked any more.')
  expect(nobodyWords('cancelled', 13)).toBe('Nobody is booked any more.')
  expect(nobodyWords('past', 0)).toBe('Nobody had booked.')
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
  expect(sentWords(1)).toBe('Your message leaves in a moment, to one person.')
  expect(sentWords(30)).toBe('Your message leaves in a moment, to 30 people.')
})
