import { expect, it } from 'vitest'
import { addedUndoneUntil, countSeats, isLate, refuseBooking, refuseCancelling } from './seats'

const HOUR = 3_600_000
const START = 1_000 * HOUR

const terms = {
  sessionType: 'session' as const,
  status: 'active' as const,
  startTime: START,
  endTime: START + HOUR,
  capacity: 10,
  waitlistPolicy: 'skip' as const,
  bookingClosesHours: 0,
  freeCancelHours: 0,
  promotionClosesHours: 0,
  movedAt: null,
  movedFreeUntil: null,
  facilitatorUserId: 1,
  hiddenAt: null,
}
const asking = {
  terms,
  seats: { taken: 0, pending: 0, waiting: 0, available: 4 },
  userId: 2,
  partySize: 1,
  mine: null,
  now: START - 48 * HOUR,
}

it('held and offered seats are taken, waiting people are not', () => {
  const seats = countSeats(
    terms,
    [
      { state: 'confirmed', rows: 2, seats: 3 },
      { state: 'attended', rows: 1, seats: 1 },
      { state: 'no_show', rows: 1, seats: 1 },
      { state: 'held', rows: 1, seats: 2 },
      { state: 'offered', rows: 1, seats: 1 },
      { state: 'waitlisted', rows: 3, seats: 7 },
    ],
    asking.now,
  )
  expect(seats).toEqual({ taken: 8, pending: 3, waiting: 3, available: 2 })
})

it('a capacity under what is sold leaves none, not fewer than none', () => {
  expect(
    countSeats({ ...terms, capacity: 2 }, [{ state: 'confirmed', rows: 3, seats: 5 }], asking.now)
      .available,
  ).toBe(0)
})

it('who asks while seats are left gets them', () => {
  expect(refuseBooking(asking)).toBeNull()
  expect(refuseBooking({ ...asking, partySize: 4 })).toBeNull()
})

it.each([
  ['a draft is not there', { terms: { ...terms, status: 'draft' as const } }, 'not_found'],
  [
    'a cancelled session',
    { terms: { ...terms, status: 'cancelled' as const } },
    'session_cancelled',
  ],
  ['its own facilitator', { userId: 1 }, 'own_session'],
  [
    'someone with a seat',
    { mine: { id: 7, state: 'confirmed' as const, partySize: 1 } },
    'already_booked',
  ],
  ['at the start, to the millisecond', { now: START }, 'session_over'],
  [
    'at the closing time',
    { terms: { ...terms, bookingClosesHours: 2 }, now: START - 2 * HOUR },
    'booking_closed',
  ],
  ['full', { seats: { taken: 4, pending: 0, waiting: 0, available: 0 } }, 'session_full'],
  ['a party larger than what is left', { partySize: 5 }, 'not_enough_seats'],
])('refused: %s', (_, changes, code) => {
  expect(refuseBooking({ ...asking, ...changes })).toMatchObject({ kind: 'refused', code })
})

it('a retreat has places, not seats', () => {
  const retreat = { ...terms, sessionType: 'retreat' as const }
  const twice = { id: 7, state: 'confirmed' as const, partySize: 1 }
  expect(refuseBooking({ ...asking, terms: retreat, partySize: 5 })).toMatchObject({
    message: 'Fewer places are left than you asked for. Nothing was booked.',
  })
  expect(refuseBooking({ ...asking, terms: retreat, mine: twice })).toMatchObject({
    message: 'You already have a place in this retreat.',
  })
})

it('a millisecond before the start a seat is still given', () => {
  expect(refuseBooking({ ...asking, now: START - 1 })).toBeNull()
})

it('a seat can be given back until the start', () => {
  expect(refuseCancelling('confirmed', terms, START - 1)).toBeNull()
  expect(refuseCancelling('confirmed', terms, START)).toMatchObject({ code: 'session_over' })
  expect(refuseCancelling('expired', terms, START - 1)).toMatchObject({ code: 'booking_ended' })
})

it('late begins right after the free time', () => {
  const policy = { ...terms, freeCancelHours: 24 }
  expect(isLate(policy, { createdAt: 0 }, START - 24 * HOUR)).toBe(false)
  expect(isLate(policy, { createdAt: 0 }, START - 24 * HOUR + 1)).toBe(true)
})

it('whom a facilitator added she may take back for two minutes, not past the end', () => {
  const added = {
    ...{ state: 'attended' as const, bookedBy: 'facilitator' as const },
    ...{ waitedAt: null, createdAt: 1_000 },
  }
  expect(addedUndoneUntil(added, { endTime: 900_000 })).toBe(121_000)
  expect(addedUndoneUntil(added, { endTime: 60_000 })).toBe(60_000)
  expect(addedUndoneUntil({ ...added, bookedBy: 'user' }, { endTime: 900_000 })).toBeNull()
  // Their place on the list is gone, so there is nothing to go back to.
  expect(addedUndoneUntil({ ...added, waitedAt: 500 }, { endTime: 900_000 })).toBeNull()
  expect(addedUndoneUntil({ ...added, state: 'no_show' }, { endTime: 900_000 })).toBeNull()
})
