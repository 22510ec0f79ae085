import { expect, it } from 'vitest'
import { byName, countIn, type Guest, isFound } from './guest'
import { judge } from './verdict'

const guest = (id: number, state: string, name: string): Guest => ({
  ...{ id, state, party_size: 1, names: [], notes: '', checked_in_at: null, booked_by: 'user' },
  ...{ late: false, updated_at: '2027-05-10T08:00:00.000Z' },
  user: { id, name, email: `${name.split(' ')[0]?.toLowerCase()}@example.com` },
})
const ann = guest(7_000_001, 'confirmed', 'Ann Bakker')
const ben = guest(7_000_002, 'attended', 'Ben Ode')
const cleo = guest(7_000_003, 'cancelled', 'Cléo Marchand')
const dan = guest(7_000_004, 'no_show', 'Dan Wu')
const guests = [ann, ben, cleo, dan]

const slowFlow = {
  ...{ id: 8, title: 'Slow flow', start_time: '2027-05-14T16:30:00.000Z' },
  time_zone: 'Europe/Amsterdam',
}
const door = { sessionId: 7, guests, others: [slowFlow] }
const shown = (bookingId: number, sessionId = 7) =>
  judge({ kind: 'ticket', ticket: { bookingId, sessionId } }, door)

it('who has a seat is welcome, also when marked as away before', () => {
  expect(shown(ann.id)).toEqual({ kind: 'welcome', guest: ann })
  expect(shown(dan.id)).toEqual({ kind: 'welcome', guest: dan })
})

it('who is in already, who gave it back, and whose booking is newer than the list', () => {
  expect(shown(ben.id)).toEqual({ kind: 'already-in', guest: ben })
  expect(shown(cleo.id)).toEqual({ kind: 'given-back', guest: cleo })
  expect(shown(7_000_009)).toMatchObject({ kind: 'not-on-list', ticket: { bookingId: 7_000_009 } })
})

it('another session is named where it is one of hers', () => {
  expect(shown(8_000_001, 8)).toEqual({ kind: 'other-session', session: slowFlow })
  expect(shown(9_000_001, 9)).toEqual({ kind: 'other-session', session: undefined })
})

it('what is no ticket of ours opens nothing', () => {
  expect(judge({ kind: 'forged' }, door)).toEqual({ kind: 'forged' })
  expect(judge({ kind: 'not-ours' }, door)).toEqual({ kind: 'not-ours' })
})

it('counts who is in by seats, of those who have one', () => {
  const party = { ...ben, party_size: 3 }
  expect(countIn([ann, party, cleo, dan])).toEqual({ in: 3, of: 5 })
})

it('finds by any words of name, email or company, without minding accents', () => {
  const withMia = { ...ann, names: ['Mia Lund'] }
  const found = (typed: string) => [withMia, ben, cleo].filter((one) => isFound(one, typed))
  expect(found('cleo')).toEqual([cleo])
  expect(found(' bakker ANN ')).toEqual([withMia])
  expect(found('lund')).toEqual([withMia])
  expect(found('@example.com ben')).toEqual([ben])
  expect(found('')).toHaveLength(3)
  expect(found('zed')).toEqual([])
})

it('lists by name', () => {
  expect(byName([dan, ben, ann]).map(({ user }) => user.name)).toEqual([
    'Ann Bakker',
    'Ben Ode',
    'Dan Wu',
  ])
})
