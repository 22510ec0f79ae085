import { expect, test } from 'vitest'
import { filterOf, orderIn, pagesIn, searchIn } from './search'

test('the best fit comes first where words are looked for, unless another order is asked', () => {
  expect(orderIn({}, {})).toBe('soonest')
  expect(orderIn({}, { q: 'yin' })).toBe('relevance')
  expect(orderIn({ sort: 'soonest' }, { q: 'yin' })).toBe('soonest')
  expect(orderIn({ sort: 'price' }, {})).toBe('price')
  expect(orderIn({ sort: 'relevance' }, {})).toBe('soonest')
  expect(orderIn({ sort: ['price', 'soonest'] }, {})).toBe('soonest')
})

test('an address says what is looked for', () => {
  const query = { q: ' yin ', on: '2027-05-14', hour: 'dusk', type: 'session', free: '1' }
  expect(searchIn(query)).toEqual({ ...query, q: 'yin' })
})

test.each([
  { q: '   ' },
  { q: ['yin', 'yang'] },
  { on: '2027-02-30' },
  { on: 'tomorrow' },
  { hour: 'teatime' },
  { type: 'party' },
  { free: 'yes' },
  { facilitator: '0' },
])('what nobody could have chosen is left out: %j', (query) => {
  expect(searchIn(query)).toEqual({})
})

test('a day is asked for from its first moment to its last, and a free seat is one at least', () => {
  expect(filterOf({ q: 'yin', on: '2027-05-14', free: '1' })).toEqual({
    q: 'yin',
    from: '2027-05-14',
    to: '2027-05-14',
    available: '1',
  })
})

test('a list begins with one page, and nobody asks for a thousand', () => {
  expect(pagesIn({})).toBe(1)
  expect(pagesIn({ pages: '3' })).toBe(3)
  expect(pagesIn({ pages: '1000' })).toBe(1)
})
