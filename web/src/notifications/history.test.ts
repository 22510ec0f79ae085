import { expect, test } from 'vitest'
import { byDay, filterIn, othersOf, sessionsOf } from './history'

test('an address may ask for a kind, a session and what is unread, and nothing else', () => {
  expect(filterIn({ kind: 'waiting', session: '7', unread: '1' })).toEqual({
    ...{ kind: 'waiting', session: '7', unread: '1' },
  })
  expect(filterIn({ kind: 'all' })).toEqual({})
  expect(filterIn({ kind: 'letters', session: '07', unread: '0' })).toEqual({})
  expect(filterIn({ kind: ['bookings', 'all'], session: ['7'] })).toEqual({})
})

test('notices stand under the day that the reader’s clock had', () => {
  const at = (timestamp: string) => ({ timestamp })
  const notices = [at('2026-12-04T23:30:00Z'), at('2026-12-04T22:30:00Z'), at('2026-12-04T08:00Z')]
  expect(byDay(notices, 'Europe/Amsterdam')).toEqual([
    { date: '2026-12-05', notices: notices.slice(0, 1) },
    { date: '2026-12-04', notices: notices.slice(1) },
  ])
  expect(byDay(notices, 'UTC')).toHaveLength(1)
})

test('each session is offered once to choose by', () => {
  const session = (id: number) => {
    return { session: { id, title: `Sit ${id}`, start_time: '', time_zone: 'UTC' } }
  }
  expect(sessionsOf([session(2), session(1), session(2)]).map(({ id }) => id)).toEqual([2, 1])
})

test('her other sessions follow, none of them twice', () => {
  const ids = (...all: number[]) => all.map((id) => ({ id }))
  expect(othersOf(ids(9, 7, 2, 1), ids(2, 7, 4))).toEqual(ids(9, 1))
})
