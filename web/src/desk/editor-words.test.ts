import { expect, it } from 'vitest'
import {
  changeConsequence,
  endsAt,
  labels,
  loweredWords,
  oddityWords,
  previewPrice,
  priceWords,
} from './editor-words'
import { overlapWords } from './words'

const at = (session_type: 'session' | 'retreat', taken: number) => ({
  session_type,
  taken,
  start_time: '2027-05-14T10:00:00.000Z',
  end_time: '2027-05-14T11:00:00.000Z',
  time_zone: 'Europe/Amsterdam',
})

it('says before changing how many are booked', () => {
  expect(changeConsequence(at('session', 0), true)).toMatch(/^Nobody has booked it yet\./)
  expect(changeConsequence(at('session', 1), true)).toMatch(/^One seat is booked\. .*by letter\.$/)
  expect(changeConsequence(at('retreat', 2), false)).toMatch(/^Two places are booked\. .*no mail/)
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

it('speaks of places in a retreat, and of seats in a session', () => {
  const all = (type: 'session' | 'retreat') =>
    [labels.terms(type), labels.policy(type), labels.policies(type)].flat(2).join(' ')
  expect(all('retreat')).not.toMatch(/seat/i)
  expect(all('session')).not.toMatch(/place/i)
})
