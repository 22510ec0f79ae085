import { expect, test } from 'vitest'
import { hourWords, noneInMonth, noneWords } from './browse-words'
import { arrival, bookableUntil, whereToBe } from './page-words'
import {
  freeSentence,
  hasHours,
  hours,
  inPlace,
  leftShort,
  place,
  retreatsSentence,
  seatsLeft,
  when,
  whereYouAre,
  whoAndWhere,
  zoneWords,
} from './words'

/** In the custom of whoever runs this. */
const EVENING = /(18:30\sto\s19:45|6:30\sPM\sto\s7:45\sPM)$/

const session = {
  session_type: 'session' as const,
  start_time: '2027-05-14T16:30:00Z',
  end_time: '2027-05-14T17:45:00Z',
  time_zone: 'Europe/Amsterdam',
}
const retreat = {
  session_type: 'retreat' as const,
  start_time: '2027-06-05T12:00:00Z',
  end_time: '2027-06-12T10:00:00Z',
  time_zone: 'Europe/Paris',
}

test('a session has seats, a retreat has places', () => {
  const left = (type: 'session' | 'retreat', available_spots: number, waiting = 0) =>
    seatsLeft({ session_type: type, available_spots, waiting })
  expect(left('session', 2)).toBe('Two seats left')
  expect(left('session', 1)).toBe('One seat left')
  expect(left('retreat', 28)).toBe('28 places left')
  expect(left('session', 0)).toBe('Full')
  expect(left('session', 0, 4)).toBe('Full. Four are waiting.')
  expect(left('session', 0, 1)).toBe('Full. One is waiting.')
})

test('where to be is said, and that the way in online comes with a booking', () => {
  const studio = { place_name: 'Studio Noord', place_address: 'Kade 3', is_online: false }
  expect(whereToBe(studio)).toBe('Studio Noord, Kade 3')
  expect(whereToBe({ ...studio, is_online: true })).toBe(
    'Studio Noord, Kade 3; also online, the link comes once you have booked.',
  )
  const online = { place_name: null, place_address: null, is_online: true }
  expect(whereToBe(online)).toBe('Online; the link comes once you have booked.')
  expect(whereToBe({ ...online, is_online: false })).toBeUndefined()
})

test('until when it can be booked is a day and an hour there', () => {
  expect(bookableUntil({ ...session, booking_closes_hours: 0 })).toBe('Until it begins.')
  expect(bookableUntil({ ...session, booking_closes_hours: 24 })).toMatch(
    /^Until Thu.*(18:30|6:30\sPM); that is 24 hours before it begins\.$/,
  )
})

test('where only retreats are ahead, their places are counted', () => {
  expect(retreatsSentence(25, 3)).toBe('Twenty-five places are free in the next three retreats')
  expect(retreatsSentence(1, 1)).toBe('One place is free in the next retreat')
})

test('a row says how many are left in figures', () => {
  expect(leftShort({ available_spots: 5 })).toBe('5 left')
  expect(leftShort({ available_spots: 0 })).toBe('Full')
})

test('a place may be a room, a link, or both', () => {
  const nowhere = { place_name: null, place_address: null, is_online: false }
  expect(place(nowhere)).toBeUndefined()
  expect(place({ ...nowhere, is_online: true })).toBe('Online')
  expect(place({ place_name: 'De Kapel', place_address: 'Kade 1', is_online: true })).toBe(
    'De Kapel, Kade 1, and online',
  )
  expect(whoAndWhere({ ...nowhere, facilitator: 'Jonas Brandt', is_online: true })).toBe(
    'Jonas Brandt, online',
  )
})

test('a session says its hours, a retreat its days and nights', () => {
  expect(when(session)).toMatch(EVENING)
  expect(hours(session)).toMatch(EVENING)
  expect(when(retreat)).toContain('seven nights')
  expect(hours(retreat)).not.toContain(':')
})

test('a session past midnight is still that evening’s', () => {
  const late = { ...session, end_time: '2027-05-14T22:30:00Z' }
  expect(when(late)).toMatch(/(18:30\sto\s0:30|6:30\sPM\sto\s12:30\sAM)$/)
  expect(hours(late)).toMatch(/^(18:30\sto\s0:30|6:30\sPM\sto\s12:30\sAM)$/)
  expect(arrival(late)).toBeUndefined()
  expect(arrival(retreat)).toContain('Begins Saturday')
})

test('who reads elsewhere is told the hour there', () => {
  expect(whereYouAre(session, 'Europe/Berlin')).toBeUndefined()
  expect(zoneWords(session, 'Europe/Berlin')).toBe('Amsterdam time.')
  expect(zoneWords(session, 'Europe/London')).toMatch(
    /^Amsterdam time\. (17:30|5:30\sPM) where you are\.$/,
  )
  expect(zoneWords(session, 'Pacific/Auckland')).toContain('Saturday')
})

test('an hour in a list has its place where the reader’s clocks or other sessions differ', () => {
  const there = { ...session, time_zone: 'Europe/London' }
  expect(inPlace(session, [session, session], 'Europe/Berlin')).toBeUndefined()
  expect(inPlace(session, [session], 'Europe/London')).toBe('in Amsterdam')
  expect([session, there].map((one) => inPlace(one, [session, there], 'Europe/London'))).toEqual([
    'in Amsterdam',
    'in London',
  ])
  expect(hasHours(session)).toBe(true)
  expect(hasHours(retreat)).toBe(false)
})

test('the start page says how much is free', () => {
  expect(freeSentence(21, 'today')).toBe('Twenty-one seats are free today')
  expect(freeSentence(1, 'tomorrow')).toBe('One seat is free tomorrow')
})

test('a light of the day has its hours, and the night runs past midnight', () => {
  expect(hourWords('dusk', 'en-GB')).toBe('Dusk, 17:00 to 20:00')
  expect(hourWords('night', 'en-GB')).toBe('Night, 20:00 to 5:00')
  expect(hourWords(undefined)).toBe('Any time of day')
})

test('where nothing fits, the page says what was looked for', () => {
  expect(noneWords({})).toBe('Nothing is planned yet.')
  expect(noneInMonth({})).toBe('Nothing is planned in this month.')
  expect(noneInMonth({ hour: 'dusk' })).toBe('Nothing fits in this month.')
  expect(noneWords({ q: 'yin', hour: 'dusk', type: 'retreat', free: '1' })).toBe(
    'No retreat is planned yet that says “yin”, at dusk, with a free place.',
  )
})
