import { expect, test } from 'vitest'
import { newestMine } from './newest-mine'

type Status = 'confirmed' | 'cancelled' | 'waitlisted' | 'offered'
const at = (second: number) => `2027-05-14T10:00:0${second}.000Z`
const booking = (booking_status: Status, second: number, id = 1) => ({
  id,
  booking_status,
  updated_at: at(second),
})
const read = (my_booking: ReturnType<typeof booking> | null, second: number, exact = true) => ({
  my_booking,
  exact,
  as_of: at(second),
})

test('what the desk has just answered stands until the page has read as much', () => {
  const booked = booking('confirmed', 5)
  expect(newestMine(read(null, 4), booked)).toBe(booked)
  expect(newestMine(read(null, 9, false), booked)).toBe(booked)
  expect(newestMine(read(booking('offered', 3), 4), booked)).toBe(booked)
})

test('what the page has read since knows better', () => {
  const joined = booking('waitlisted', 3)
  const offered = booking('offered', 6)
  expect(newestMine(read(offered, 7), joined)).toBe(offered)
  expect(newestMine(read(null, 7), joined)).toBeNull()
})

test('what has ended is no booking of mine', () => {
  const left = booking('cancelled', 5)
  expect(newestMine(read(booking('waitlisted', 3), 4), left)).toBeNull()
})

test('who is on the list again has another booking', () => {
  const again = booking('waitlisted', 8, 2)
  expect(newestMine(read(again, 9), booking('cancelled', 5))).toBe(again)
})
