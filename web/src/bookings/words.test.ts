import { expect, test } from 'vitest'
import { Refusal } from '../refusal'
import {
  bookLabel,
  givingBackMeans,
  howToPay,
  lapsedWords,
  offerWords,
  overlapWords,
  refusedWords,
  total,
  untilWhenFree,
  waitingWords,
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

test('what giving back means is said before it is done', () => {
  const session = { ...thursday, session_type: 'session' as const }
  const booking = (party_size: number) => ({ party_size, free_cancel_until: null, session })
  expect(givingBackMeans(booking(2), 2, tuesday)).toMatch(
    /^Your two seats become free for others at once\. Cancelling is free until Wednesday/,
  )
  expect(givingBackMeans(booking(1), 1, wednesday + 1)).toMatch(
    /^Your seat becomes free for others at once\. It was free until .* so this counts as late\.$/,
  )
  expect(givingBackMeans(booking(3), 1, tuesday)).toMatch(/^One seat becomes free for others/)
  expect(givingBackMeans(booking(3), 2, tuesday)).toMatch(/^Two seats become free for others/)
})

test('a date that was given when a session moved counts before its usual hours', () => {
  const session = { ...thursday, session_type: 'session' as const }
  const moved = {
    party_size: 1,
    free_cancel_until: new Date(wednesday + DAY_MS / 2).toISOString(),
    session,
  }
  expect(givingBackMeans(moved, 1, wednesday + 1)).toMatch(/Cancelling is free until Thursday/)
  expect(untilWhenFree(thursday, wednesday + 1, Date.parse(moved.free_cancel_until))).toMatch(
    /^Cancel free until Thursday/,
  )
})

test('an offer says until when it is theirs, on the clock of its place', () => {
  const offer = {
    party_size: 1,
    expires_at: '2027-05-13T12:20:00Z',
    session: { ...thursday, session_type: 'session' as const },
  }
  expect(offerWords(offer, 'Europe/Paris')).toMatch(
    /^A seat has come free for you\. It is yours to take until (14:20|2:20.PM)\.$/,
  )
  expect(offerWords(offer, 'Europe/London')).toMatch(/(14:20|2:20.PM) Amsterdam time\.$/)
  const retreat = { ...offer.session, session_type: 'retreat' as const }
  expect(offerWords({ ...offer, party_size: 2, session: retreat })).toMatch(
    /^Two places have come free for you\. They are yours to take until /,
  )
})

test('an offer that ended went on, or its seat is open again', () => {
  expect(lapsedWords('14:20', 'gone')).toBe(
    'That offer ended at 14:20 and went to the next person.',
  )
  expect(lapsedWords('14:20', 'open')).toMatch(/open to all again\.$/)
  expect(lapsedWords('14:20', 'over')).toBe('That offer ended at 14:20.')
})

test('a place on the list is told as honestly as it is known', () => {
  expect(waitingWords(2, 4)).toBe('You are second of four.')
  expect(waitingWords(1, 1)).toBe('You are the only one who waits.')
  expect(waitingWords(14, 30)).toBe('You are 14th of 30.')
  // The count of all may be older than the place among them.
  expect(waitingWords(3, 2)).toBe('You are third on the list.')
  expect(waitingWords(null, 4)).toBe('You are on the list.')
})

test('what one has at the same time is named, with its day where that is another', () => {
  const other = { title: 'Dawn sit', start_time: '2027-05-13T15:30:00Z', time_zone: 'Europe/Paris' }
  const retreat = { ...other, title: 'Silence', start_time: '2027-05-10T15:30:00Z' }
  const session = { title: 'Flow', ...thursday }
  expect(overlapWords([other], session)).toMatch(/^You also have Dawn sit at (17:30|5:30.PM)\.$/)
  expect(overlapWords([other, retreat], session)).toMatch(/ and Silence, /)
})

test('seats of sessions, places of retreats', () => {
  expect(bookLabel(1, 'session')).toBe('Book this seat')
  expect(bookLabel(3, 'retreat')).toBe('Book three places')
  expect(youHave(1, 'session')).toBe('You have a seat.')
  expect(youHave(2, 'retreat')).toBe('You have two places.')
})
