import { describe, expect, it } from 'vitest'
import { needsOf } from './needs'

const slowFlow = {
  title: 'Slow flow',
  session_type: 'session' as const,
  start_time: '2027-05-14T07:30:00.000Z',
  end_time: '2027-05-14T08:30:00.000Z',
  time_zone: 'Europe/Amsterdam',
  capacity: 12,
  over: 0,
  pending: 0,
  waiting: 0,
}
const said = (more: Partial<Record<'over' | 'pending' | 'waiting', number>>) =>
  needsOf({ ...slowFlow, ...more }).map(({ sentence }) => sentence)

describe('what needs her', () => {
  it('is nothing where all is well', () => expect(said({})).toEqual([]))

  it('is a room with more people than places', () =>
    expect(said({ over: 2 })).toEqual([
      expect.stringMatching(/^Slow flow, .*, is 2 over its capacity of 12\.$/),
    ]))

  it('is an offer, and who waits behind it, in one sentence each', () => {
    expect(said({ pending: 1 })).toEqual(['One seat in Slow flow is offered.'])
    expect(said({ pending: 2, waiting: 3 })).toEqual([
      'Two seats in Slow flow are offered. Three wait behind.',
    ])
  })

  it('names whom a seat is offered to, and until when, once that is known', () => {
    const to = (...names: string[]) =>
      names.map((name) => ({ user: { name }, expires_at: '2027-05-13T12:20:00.000Z' }))
    const offered = (pending: number, offers: ReturnType<typeof to>) =>
      needsOf({ ...slowFlow, pending, waiting: 1 }, offers)[0]?.sentence
    expect(offered(1, to('Tomasz'))).toMatch(
      /^One seat in Slow flow is offered to Tomasz until .+\. One waits behind\.$/,
    )
    expect(offered(2, to('Tomasz', 'Ann'))).toBe(
      'Two seats in Slow flow are offered to Tomasz and Ann. One waits behind.',
    )
    expect(offered(3, to('Tomasz', 'Ann', 'Jo'))).toMatch(/are offered\. /)
  })

  it('is who waits', () =>
    expect(said({ waiting: 1 })).toEqual([expect.stringMatching(/^One waits for Slow flow, /)]))

  it('may be two things at once', () => expect(said({ over: 1, waiting: 4 })).toHaveLength(2))

  it('speaks of places in a retreat', () => {
    const [need] = needsOf({ ...slowFlow, session_type: 'retreat', pending: 2 })
    expect(need?.sentence).toMatch(/^Two places in /)
  })
})
