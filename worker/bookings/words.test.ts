import { expect, it } from 'vitest'
import { words } from './words'

it('a session has seats and a retreat places, whatever a notice tells', () => {
  const all = (type: 'session' | 'retreat', partySize: number) => {
    const told = { name: 'Ann', title: 'Yin', partySize, type }
    const { sessionCancelled, over, reduced, ...ofOne } = words
    const said = Object.values(ofOne).map((say) => say(told))
    return [...said, reduced(told, 1, partySize), over(2, 8, type)]
  }
  for (const partySize of [1, 2]) {
    expect(all('retreat', partySize).join(' ')).not.toMatch(/\bseats?\b/)
  }
  expect(all('retreat', 2)).toContain('Ann booked two places in Yin.')
  expect(all('retreat', 1)).toContain('Ann passed on the place offered in Yin.')
  expect(all('session', 1)).toContain('You cancelled Ann’s seat in Yin.')
})
