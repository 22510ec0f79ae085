import { describe, expect, it } from 'vitest'
import { canAdd, canEdit, canPublish, isDoorOpen, isToday, statusOf } from './status'

const session = {
  status: 'active' as const,
  start_time: '2027-05-14T22:30:00.000Z',
  end_time: '2027-05-14T23:30:00.000Z',
  time_zone: 'Europe/Amsterdam',
}
const at = (time: string) => Date.parse(time)

describe('a session in its life', () => {
  it('comes, runs and is past', () => {
    expect(statusOf(session, at('2027-05-14T22:29:59Z'))).toBe('coming')
    expect(statusOf(session, at('2027-05-14T22:30:00Z'))).toBe('running')
    expect(statusOf(session, at('2027-05-14T23:30:00Z'))).toBe('past')
  })

  it('stays a draft or cancelled whatever the time', () => {
    const late = at('2028-01-01T00:00:00Z')
    expect(statusOf({ ...session, status: 'draft' }, late)).toBe('draft')
    expect(statusOf({ ...session, status: 'cancelled' }, late)).toBe('cancelled')
  })

  it('can be changed until it is over, and published while it lies ahead', () => {
    const draft = { ...session, status: 'draft' as const }
    expect(canEdit(session, at('2027-05-14T23:00:00Z'))).toBe(true)
    expect(canEdit(session, at('2027-05-15T00:00:00Z'))).toBe(false)
    expect(canPublish(draft, at('2027-05-14T00:00:00Z'))).toBe(true)
    expect(canPublish(draft, at('2027-05-15T00:00:00Z'))).toBe(false)
    expect(canPublish(session, at('2027-05-14T00:00:00Z'))).toBe(false)
  })
})

it('opens its door twelve hours before and keeps it open; somebody is added until the end', () => {
  expect(isDoorOpen(session, at('2027-05-14T10:29:59Z'))).toBe(false)
  expect(isDoorOpen(session, at('2027-05-14T10:30:00Z'))).toBe(true)
  expect(isDoorOpen(session, at('2027-05-20T00:00:00Z'))).toBe(true)
  const draft = { ...session, status: 'draft' as const }
  const cancelled = { ...session, status: 'cancelled' as const }
  for (const shut of [draft, cancelled]) {
    expect(isDoorOpen(shut, at('2027-05-14T22:30:00Z'))).toBe(false)
    expect(canAdd(shut, at('2027-05-14T22:00:00Z'))).toBe(false)
  }
  expect(canAdd(session, at('2027-05-14T23:29:59Z'))).toBe(true)
  expect(canAdd(session, at('2027-05-14T23:30:00Z'))).toBe(false)
})

it('is today by the calendar of its own place: 0:30 there is already the 15th', () => {
  expect(isToday(session, at('2027-05-14T21:00:00Z'))).toBe(false)
  expect(isToday(session, at('2027-05-14T22:00:00Z'))).toBe(true)
  const days = { ...session, end_time: '2027-05-18T10:00:00.000Z' }
  expect(isToday(days, at('2027-05-17T12:00:00Z'))).toBe(true)
  expect(isToday(days, at('2027-05-19T12:00:00Z'))).toBe(false)
})
