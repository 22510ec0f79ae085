import { describe, expect, it } from 'vitest'
import { DECISIONS } from './decision'
import { decisionWords } from './decision-words'
import type { Decision } from './desk/store'

const at = Date.parse('2027-05-14T10:05:00Z')
const AMSTERDAM = { timeZone: 'Europe/Amsterdam', sessionType: 'session' } as const

const decided = (kind: Decision['kind'], more: Partial<Decision> = {}): Decision => ({
  ...{ id: 1, at, kind, bookingId: 7_000_001, until: null },
  ...{ partySize: 3, free: 2, capacity: 10, ...more },
})

describe('why, in a sentence', () => {
  it.each([
    [
      decided('passed_over'),
      'Two seats were free and Ann’s party is three; smaller parties may take them.',
    ],
    [
      decided('held_up', { free: 1 }),
      'One seat was free and Ann’s party is three; nobody is passed over here, so they wait for more.',
    ],
    [
      decided('offered', { partySize: 1, until: Date.parse('2027-05-14T12:20:00Z') }),
      'One seat offered to Ann until 14:20, the longest waiting of those who fit.',
    ],
    [
      decided('offered', { until: Date.parse('2027-05-14T22:20:00Z') }),
      'Three seats offered to Ann until Sat 15 May, 00:20, the longest waiting of those who fit.',
    ],
    [
      decided('outgrown', { capacity: 2 }),
      'There are now two seats in all and Ann’s party is three, so they are no longer on the list.',
    ],
    [decided('lapsed'), 'Ann let the offer end without an answer.'],
  ])('%o', (decision, sentence) => {
    expect(decisionWords(decision, 'Ann', AMSTERDAM)).toBe(sentence)
  })

  it('a retreat has places', () => {
    const where = { ...AMSTERDAM, sessionType: 'retreat' } as const
    expect(decisionWords(decided('joined'), 'Ann', where)).toBe(
      'Ann joined the list, for three places.',
    )
  })

  it.each(DECISIONS)('%s is a sentence, also of who has left', (kind) => {
    for (const name of [null, '']) {
      const sentence = decisionWords(decided(kind, { bookingId: null }), name, AMSTERDAM)
      expect(sentence).toMatch(/^[A-Z].*[^.]\.$/)
      expect(sentence).not.toMatch(/null|undefined| {2}|^’/)
    }
  })
})
