import { describe, expect, it } from 'vitest'
import { anEvent } from '../test/inbox'
import {
  admit,
  admitsOutside,
  isTooFast,
  KEPT_MS,
  nextPageFrom,
  nextWake,
  pruneThrough,
  quicken,
  startingPlace,
} from './queue'

describe('what desks deliver', () => {
  const seqs = (revs: number[], known: [number, number][] = []) =>
    admit(
      revs.map((rev) => anEvent(rev)),
      10,
      new Map(known),
    ).map(({ seq, rev }) => [seq, rev])

  it('goes on counting where the inbox stands', () => {
    expect(seqs([4, 7])).toEqual([
      [11, 4],
      [12, 7],
    ])
  })

  it('is passed over when its rev, or a later one of that session, was here', () => {
    expect(seqs([2, 3, 4], [[1, 3]])).toEqual([[11, 4]])
  })

  it('is passed over when it comes twice in one delivery', () => {
    expect(seqs([2, 2, 3])).toEqual([
      [11, 2],
      [12, 3],
    ])
  })

  it('is counted by session: the rev of one says nothing of another', () => {
    const other = anEvent(1, { session_id: 2 })
    expect(admit([other], 0, new Map([[1, 9]]))).toEqual([{ ...other, seq: 1 }])
  })
})

describe('what an outside system tells', () => {
  const now = Date.UTC(2027, 0, 15)
  const kept = { epoch: 'e', oldestSeq: 1, lastSeq: 9 }
  const known = { isTold: false, count: kept, oldestStoredAt: now - 1_000 }

  it('is taken while nothing was pruned, however late the retry', () => {
    expect(admitsOutside(now - 60_000, known, now)).toBe(true)
    const empty = { epoch: 'e', oldestSeq: 0, lastSeq: 0 }
    expect(admitsOutside(now, { isTold: false, count: empty, oldestStoredAt: null }, now)).toBe(
      true,
    )
  })

  it('is passed over when its booking was told', () => {
    expect(admitsOutside(now, { ...known, isTold: true }, now)).toBe(false)
  })

  it('is passed over when it would have been pruned by now', () => {
    const pruned = { ...known, count: { ...kept, oldestSeq: 5 } }
    expect(admitsOutside(now - 1_001, pruned, now)).toBe(false)
    expect(admitsOutside(now - 1_000, pruned, now)).toBe(true)
    expect(admitsOutside(now - KEPT_MS, known, now)).toBe(false)
  })
})

describe('the place of a new socket', () => {
  const count = { epoch: 'e', oldestSeq: 5, lastSeq: 9 }
  const place = (after: number | null, epoch: string | null = 'e') =>
    startingPlace({ after, epoch }, count)

  it('is where the client left off, as long as nothing after it has gone', () => {
    expect(place(4)).toEqual({ place: 4, gap: false })
    expect(place(3)).toEqual({ place: 9, gap: true })
  })

  it('is the end for a client that asks for nothing', () => {
    expect(place(null, null)).toEqual({ place: 9, gap: false })
  })

  it('is taken as told when no epoch is given, and from 0 in whatever epoch', () => {
    expect(place(7, null)).toEqual({ place: 7, gap: false })
    expect(startingPlace({ after: 0, epoch: 'x' }, { ...count, oldestSeq: 1 })).toEqual({
      place: 0,
      gap: false,
    })
  })

  it('has a gap in an emptied inbox unless the client had everything', () => {
    const emptied = { ...count, oldestSeq: 0 }
    expect(startingPlace({ after: 9, epoch: 'e' }, emptied).gap).toBe(false)
    expect(startingPlace({ after: 8, epoch: 'e' }, emptied).gap).toBe(true)
  })
})

describe('the next page', () => {
  it('waits until the last one has arrived whole', () => {
    expect(nextPageFrom(100, 99)).toBe(null)
    expect(nextPageFrom(100, 100)).toBe(100)
  })

  it('leaves out what the client has from elsewhere', () => {
    expect(nextPageFrom(100, 230)).toBe(230)
  })
})

describe('what is kept no longer', () => {
  it('is what exceeds 10,000', () => {
    expect(pruneThrough({ epoch: 'e', oldestSeq: 1, lastSeq: 10_000 }, 0)).toBe(0)
    expect(pruneThrough({ epoch: 'e', oldestSeq: 1, lastSeq: 10_001 }, 0)).toBe(1)
  })

  it('is what has grown too old', () => {
    expect(pruneThrough({ epoch: 'e', oldestSeq: 3, lastSeq: 9 }, 2)).toBe(0)
    expect(pruneThrough({ epoch: 'e', oldestSeq: 3, lastSeq: 9 }, 9)).toBe(9)
  })

  it('is nothing when nothing is there', () => {
    expect(pruneThrough({ epoch: 'e', oldestSeq: 0, lastSeq: 20_000 }, 20_000)).toBe(0)
  })
})

describe('the next wake', () => {
  it('is for the first proof that ends or the first notice that grows too old', () => {
    expect(nextWake([], null)).toBe(null)
    expect(nextWake([50, 40], null)).toBe(40)
    expect(nextWake([KEPT_MS + 40], 30)).toBe(KEPT_MS + 30)
  })
})

describe('the pace of a client', () => {
  const sent = (messages: number) => ({ since: 0, messages })

  it('is too fast from the 101st message of a minute', () => {
    expect(isTooFast(quicken(sent(99), 59_999))).toBe(false)
    expect(isTooFast(quicken(sent(100), 59_999))).toBe(true)
  })

  it('starts anew with the next minute', () => {
    expect(quicken(sent(100), 60_000)).toEqual({ since: 60_000, messages: 1 })
  })
})
