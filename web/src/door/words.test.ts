import { describe, expect, it } from 'vitest'
import { inWordsOf, standing } from './words'

const guest = { state: 'confirmed' as const, checked_in_at: null }

describe('at the door', () => {
  it('counts who is in', () => {
    expect(inWordsOf({ in: 0, of: 13 })).toBe('13 expected, nobody in yet')
    expect(inWordsOf({ in: 1, of: 3 })).toBe('1 of 3 is in')
    expect(inWordsOf({ in: 3, of: 3 })).toBe('All three are in')
  })

  it('waits for nobody once it is over', () => {
    expect(inWordsOf({ in: 0, of: 4 }, true)).toBe('Four expected, nobody marked as there')
    expect(inWordsOf({ in: 2, of: 4 }, true)).toBe('2 of 4 came')
    expect(inWordsOf({ in: 4, of: 4 }, true)).toBe('All four came')
    expect(inWordsOf({ in: 0, of: 0 }, true)).toBe('Nobody was expected')
  })

  it('says of somebody what is known, and no more', () => {
    expect(standing(guest, 'Europe/Amsterdam')).toBe('')
    expect(standing(guest, 'Europe/Amsterdam', true)).toBe('')
    expect(standing({ ...guest, state: 'no_show' }, 'Europe/Amsterdam', true)).toBe('Did not come')
    const there = { ...guest, state: 'attended' } as const
    expect(standing(there, 'Europe/Amsterdam')).toBe('In')
    expect(standing(there, 'Europe/Amsterdam', true)).toBe('Was there')
  })
})
