import { expect, test } from 'vitest'
import { endIn } from './offer-link'

const token = (payload: unknown) =>
  `e30.${btoa(JSON.stringify(payload)).replaceAll('+', '-').replaceAll('/', '_')}.sig`

test('a link says itself when its offer ends', () => {
  expect(endIn(token({ exp: 1_810_000_000 }))).toBe('2027-05-11T01:46:40.000Z')
})

test.each(['', 'abc', 'a.b.c', token(null), token({}), token({ exp: 'soon' })])(
  'a link that is not whole says nothing: %s',
  (broken) => expect(endIn(broken)).toBeUndefined(),
)
