import { expect, test } from 'vitest'
import { Refusal } from '../refusal'
import {
  bookLabel,
  cancelMeans,
  howToPay,
  refusedWords,
  total,
  untilWhenFree,
  youHave,
} from './words'

const refusal = (code: string, extra: Record<string, unknown> = {}) =>
  new Refusal({
    status: 409,
    code,
    message: 'As the server says.',
    details: [],
    extra,
    reference: null,
  })

const thursday = {
  start_time: '2027-05-13T16:30:00Z',
  time_zone: 'Europe/Amsterdam',
  free_cancel_hours: 24,
}
const wednesday = Date.parse('2027-05-12T16:30:00Z')
const DAY_MS = 86_400_000
const tuesday = wednesday - DAY_MS

test('a lost race says what did not happen', () => {
  expect(refusedWords(refusal('session_full'), 1, 'session')).toBe(
    'Someone took the last seat a moment before you. Nothing was booked.',
  )
})

test('a party that is too large learns how many are left', () => {
  const words = (left: number) =>
    refusedWords(refusal('not_enough_seats', { available_spots: left }), 4, 'session')
  expect(words(3)).toBe('Three seats are left and you asked for four.')
  expect(words(1)).toBe('One seat is left and you asked for four.')
})

test('any other refusal keeps the words of the server', () => {
  expect(refusedWords(refusal('booking_closed'), 1, 'session')).toBe('As the server says.')
})

test('nothing to pay reads free, and says nothing of paying', () => {
  expect(total(0, 3, 'EUR')).toBe('Free')
  expect(howToPay({ payment_note: null, facilitator: 'Jane Smith' }, 0)).toBeUndefined()
  expect(howToPay({ payment_note: null, facilitator: 'Jane Smith' }, 18)).toBe(
    'Pay Jane on the day.',
  )
  expect(howToPay({ payment_note: 'Cash only.', facilitator: 'Jane Smith' }, 18)).toBe('Cash only.')
})

test('cancelling is free until an hour, and late afterwards', () => {
  expect(untilWhenFree(thursday, tuesday)).toMatch(/^Cancel free until Wednesday .*as late\.$/)
  expect(untilWhenFree(thursday, wednesday)).toBe('Cancelling from now on counts as late.')
  expect(untilWhenFree({ ...thursday, free_cancel_hours: 0 }, tuesday)).toBe(
    'Cancel free until it begins.',
  )
})

test('a deadline a week before is told from the start by its date', () => {
  const start_time = new Date(Date.parse(thursday.start_time) + 2 * DAY_MS).toISOString()
  const aWeekBefore = { ...thursday, start_time, free_cancel_hours: 168 }
  expect(untilWhenFree(aWeekBefore, tuesday - 7 * DAY_MS)).toMatch(/until Saturday.*May/)
})

test('what cancelling means is said before it is done', () => {
  const session = { ...thursday, session_type: 'session' as const }
  expect(cancelMeans({ party_size: 2, session }, tuesday)).toMatch(
    /^Your two seats become free for others at once\. Cancelling is free until Wednesday/,
  )
  expect(cancelMeans({ party_size: 1, session }, wednesday + 1)).toMatch(
    /^Your seat becomes free for others at once\. It was free until .* so this counts as late\.$/,
  )
})

test('seats of sessions, places of retreats', () => {
  expect(bookLabel(1, 'session')).toBe('Book this seat')
  expect(bookLabel(3, 'retreat')).toBe('Book three places')
  expect(youHave(1, 'session')).toBe('You have a seat.')
  expect(youHave(2, 'retreat')).toBe('You have two places.')
})
