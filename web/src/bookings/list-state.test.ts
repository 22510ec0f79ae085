import { expect, test } from 'vitest'
import { isListOpen, keptSeats, placeKeptMs } from './list-state'

const session = {
  status: 'active' as const,
  start_time: '2027-05-14T18:00:00Z',
  end_time: '2027-05-14T19:00:00Z',
  booking_closes_hours: 0,
  promotion_closes_at: '2027-05-14T16:00:00Z',
  capacity: 10,
  taken: 10,
  available_spots: 0,
  waiting: 4,
}

test('a list closes when nothing is offered any more, to the second', () => {
  const closes = Date.parse(session.promotion_closes_at)
  expect(isListOpen(session, closes - 1)).toBe(true)
  expect(isListOpen(session, closes)).toBe(false)
})

test('nobody waits for what was cancelled or has begun', () => {
  const late = { ...session, promotion_closes_at: '2027-05-15T00:00:00Z' }
  expect(isListOpen({ ...session, status: 'cancelled' }, 0)).toBe(false)
  expect(isListOpen(late, Date.parse(session.start_time))).toBe(false)
})

test('one can wait while booking has closed and the list has not', () => {
  const closed = { ...session, booking_closes_hours: 48 }
  expect(isListOpen(closed, Date.parse('2027-05-14T10:00:00Z'))).toBe(true)
})

test('seats that stand free and cannot be booked are kept for who waits', () => {
  expect(keptSeats(session)).toBe(0)
  expect(keptSeats({ ...session, taken: 8 })).toBe(2)
  expect(keptSeats({ ...session, taken: 8, available_spots: 2 })).toBe(0)
  expect(keptSeats({ ...session, taken: 11 })).toBe(0)
})

test('the way back to a place on the list ends before the place does', () => {
  const updated_at = '2027-05-14T08:00:00.000Z'
  expect(placeKeptMs({ updated_at, place_kept_until: '2027-05-14T08:02:00.000Z' })).toBe(110_000)
  expect(placeKeptMs({ updated_at, place_kept_until: null })).toBeNull()
})
