import { describe, expect, test } from 'vitest'
import { dotRadius, ringRadii, seatRing, seatsPerRing } from './seat-ring'

const kinds = (capacity: number, taken: number, more = {}) =>
  seatRing({ capacity, taken, ...more }, 'open', 72).seats.map((seat) => seat.kind)

describe('the room', () => {
  test('seats are shared over the circles in proportion to their radius', () => {
    expect(seatsPerRing(16)).toEqual([16])
    expect(seatsPerRing(24)).toEqual([9, 15])
    expect(seatsPerRing(48)).toEqual([9, 16, 23])
    expect(seatsPerRing(60)).toEqual([12, 20, 28])
  })

  test('every seat up to sixty is drawn, and none twice', () => {
    for (let capacity = 1; capacity <= 60; capacity++) {
      const { seats } = seatRing({ capacity, taken: 0 }, 'open', 440)
      expect(seats).toHaveLength(capacity)
      expect(new Set(seats.map(({ x, y }) => `${x},${y}`)).size).toBe(capacity)
    }
  })

  test('no two seats come closer than 2.6 units, and all stay inside the closing circle', () => {
    for (let capacity = 2; capacity <= 60; capacity++) {
      const { seats } = seatRing({ capacity, taken: 0 }, 'open', 440)
      const r = dotRadius(capacity)
      for (const [i, a] of seats.entries()) {
        expect(Math.hypot(a.x - 50, a.y - 50) + r).toBeLessThan(49)
        for (const b of seats.slice(i + 1)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y) - 2 * r).toBeGreaterThanOrEqual(2.59)
        }
      }
    }
  })

  test('it gets a second circle at 17 seats and a third at 35', () => {
    expect([16, 17, 34, 35].map((capacity) => ringRadii(capacity).length)).toEqual([1, 2, 2, 3])
  })
})

describe('the order of seats', () => {
  test('they fill clockwise from twelve: yours, other taken, held, free', () => {
    expect(kinds(6, 4, { yours: 1, pending: 1 })).toEqual([
      'yours',
      'taken',
      'taken',
      'held',
      'free',
      'free',
    ])
  })

  test('the first seat is at twelve, the outer one where two stand at the same angle', () => {
    const [first, second] = seatRing({ capacity: 24, taken: 0 }, 'open', 72).seats
    expect(first).toMatchObject({ x: 50, y: 9 })
    expect(second).toMatchObject({ x: 50, y: 26 })
  })

  test('your dot stays where it is while others come and go', () => {
    const place = (taken: number) =>
      seatRing({ capacity: 20, taken, yours: 1 }, 'open', 72).seats.find((s) => s.kind === 'yours')
    expect(place(20)).toEqual(place(1))
  })
})

describe('what closes and what is over', () => {
  test('nothing left to book closes the circle', () => {
    expect(seatRing({ capacity: 12, taken: 11 }, 'open', 72).closed).toBe(false)
    expect(seatRing({ capacity: 12, taken: 12 }, 'open', 72).closed).toBe(true)
    expect(seatRing({ capacity: 12, taken: 11, left: 0 }, 'open', 72).closed).toBe(true)
  })

  test('what is over its capacity shows as dots on the circle, five at most', () => {
    expect(seatRing({ capacity: 12, taken: 14 }, 'open', 72).over).toHaveLength(2)
    expect(seatRing({ capacity: 12, taken: 40 }, 'open', 72).over).toHaveLength(5)
    expect(seatRing({ capacity: 12, taken: 12 }, 'open', 72).over).toHaveLength(0)
  })

  test('a cancelled room stands empty and open', () => {
    const ring = seatRing({ capacity: 12, taken: 12, yours: 1 }, 'cancelled', 72)
    expect(new Set(ring.seats.map((seat) => seat.kind))).toEqual(new Set(['free']))
    expect(ring.closed).toBe(false)
  })
})

describe('arcs', () => {
  test('stand for seats above 60, above 34 when small, above 16 when tiny', () => {
    const arcs = (capacity: number, sizePx: number) =>
      seatRing({ capacity, taken: 1 }, 'open', sizePx).arcs.length
    expect([arcs(60, 72), arcs(61, 72)]).toEqual([0, 3])
    expect([arcs(34, 52), arcs(35, 52)]).toEqual([0, 3])
    expect([arcs(16, 30), arcs(17, 30)]).toEqual([0, 1])
  })

  test('never look empty with one taken, nor full with one left', () => {
    const share = (taken: number) =>
      seatRing({ capacity: 1000, taken }, 'open', 72).arcs[0]?.share ?? Number.NaN
    expect(share(0)).toBe(0)
    expect(share(1)).toBeCloseTo(6 / 360)
    expect(share(999)).toBeCloseTo(354 / 360)
    expect(share(1000)).toBe(1)
  })
})
