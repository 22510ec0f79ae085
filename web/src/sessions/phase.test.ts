import { expect, test } from 'vitest'
import { freeUntil, phaseOf } from './phase'

const evening = {
  status: 'active' as const,
  start_time: '2027-05-14T16:30:00Z',
  end_time: '2027-05-14T17:45:00Z',
  booking_closes_hours: 2,
  available_spots: 3,
}
const at = (time: string) => Date.parse(`2027-05-14T${time}Z`)

test('booking is open until it closes, then one can only come', () => {
  expect(phaseOf(evening, at('14:29:59'))).toBe('open')
  expect(phaseOf(evening, at('14:30:00'))).toBe('closed')
  expect(phaseOf(evening, at('16:30:00'))).toBe('running')
  expect(phaseOf(evening, at('17:45:00'))).toBe('over')
})

test('a full session is full while booking is open, and closed afterwards', () => {
  const full = { ...evening, available_spots: 0 }
  expect(phaseOf(full, at('12:00:00'))).toBe('full')
  expect(phaseOf(full, at('15:00:00'))).toBe('closed')
})

test('a cancelled session is cancelled also when its time has passed', () => {
  expect(phaseOf({ ...evening, status: 'cancelled' }, at('20:00:00'))).toBe('cancelled')
  expect(phaseOf({ ...evening, status: 'draft' }, at('20:00:00'))).toBe('draft')
})

test('cancelling is free until so many hours before the start', () => {
  expect(freeUntil({ ...evening, free_cancel_hours: 24 })).toBe(Date.parse('2027-05-13T16:30:00Z'))
})
