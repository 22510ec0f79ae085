/*
 * The geometry of the seat ring, drawn from counts alone, never from who sits where.
 * Units are those of viewBox "-3 -3 106 106" with the centre at 50,50; angles run clockwise from 12.
 */

export type RingCounts = {
  capacity: number
  /** Seats that are gone, the ones below among them. */
  taken: number
  /** Of those taken: held or offered, not yet confirmed. */
  pending?: number
  /** Of those taken: the reader's own. */
  yours?: number
  /** Seats that can be booked; where a rule keeps free seats back, fewer than capacity − taken. */
  left?: number
}

export type RingState = 'open' | 'past' | 'cancelled'
export type SeatKind = 'yours' | 'taken' | 'held' | 'free'

export type Seat = { x: number; y: number; r: number; kind: SeatKind }
export type Arc = { r: number; width: number; share: number }

export type Ring = {
  seats: Seat[]
  /** Drawn instead of seats where these would be too many or too small. */
  arcs: Arc[]
  /** The one dot that stands for yours on arcs. */
  yoursOnArc: boolean
  /** More seats taken than there are: dots on the closing circle, five at most. */
  over: { x: number; y: number; r: number }[]
  /** Nothing left to book: a thin circle closes around all. */
  closed: boolean
  stillPoint: number
  stroke: number
}

const CENTRE = 50
const CLOSING_RADIUS = 49
const OVER_SHOWN = 5

export function seatRing(counts: RingCounts, state: RingState, sizePx: number): Ring {
  const { capacity } = counts
  const stroke = round(Math.max((1.2 * 106) / sizePx, 0.007 * 106))
  const asArcs = capacity > 60 || (sizePx < 56 && capacity > 34) || (sizePx < 40 && capacity > 16)
  const left = counts.left ?? capacity - counts.taken
  return {
    seats: asArcs ? [] : seatsOf(counts, state),
    arcs: asArcs ? arcsOf(counts, state, sizePx) : [],
    yoursOnArc: asArcs && state !== 'cancelled' && (counts.yours ?? 0) > 0,
    over: state === 'cancelled' ? [] : overDots(counts),
    closed: left <= 0 && state === 'open',
    stillPoint: sizePx < 56 ? 4 : 2.6,
    stroke,
  }
}

/** Radii of the circles of seats: the room gets a second and a third row as it grows. */
export function ringRadii(capacity: number): number[] {
  if (capacity <= 16) return [38]
  if (capacity <= 34) return [24, 41]
  return [17, 29.5, 42]
}

/** Seats shared in proportion to the radius by largest remainder, inner first: 24 → 9 + 15. */
export function seatsPerRing(capacity: number): number[] {
  const radii = ringRadii(capacity)
  const sum = radii.reduce((a, b) => a + b, 0)
  const exact = radii.map((radius) => (capacity * radius) / sum)
  const shares = exact.map(Math.floor)
  const rest = capacity - shares.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, ring) => ({ ring, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder)
  for (const { ring } of byRemainder.slice(0, rest)) shares[ring] = (shares[ring] ?? 0) + 1
  return shares
}

export function dotRadius(capacity: number): number {
  const steps: [upTo: number, radius: number][] = [
    [6, 7],
    [12, 6],
    [16, 5.2],
    [24, 4.8],
    [34, 4.1],
    [48, 3.5],
  ]
  return steps.find(([upTo]) => capacity <= upTo)?.[1] ?? 3.1
}

function seatsOf(counts: RingCounts, state: RingState): Seat[] {
  const { capacity } = counts
  const radii = ringRadii(capacity)
  const places = seatsPerRing(capacity).flatMap((count, ring) =>
    Array.from({ length: count }, (_, i) => ({ turn: i / count, radius: radii[ring] ?? 0 })),
  )
  // By angle, so that the ring fills clockwise from 12 like a gauge; at equal angles outer first.
  places.sort((a, b) => a.turn - b.turn || b.radius - a.radius)
  const r = dotRadius(capacity)
  return places.map(({ turn, radius }, index) => ({
    ...at(turn, radius),
    r,
    kind: state === 'cancelled' ? 'free' : kindOf(index, counts),
  }))
}

/** Yours first: your dot never moves, whatever others do. */
function kindOf(index: number, { taken, pending = 0, yours = 0 }: RingCounts): SeatKind {
  if (index < yours) return 'yours'
  if (index < taken - pending) return 'taken'
  return index < taken ? 'held' : 'free'
}

function arcsOf({ capacity, taken }: RingCounts, state: RingState, sizePx: number): Arc[] {
  const share = state === 'cancelled' ? 0 : visibleShare(taken / capacity)
  const glyph = sizePx < 40
  return (glyph ? [40] : [20, 31, 42]).map((r) => ({ r, width: glyph ? 9 : 4.6, share }))
}

/** Never quite empty with one seat taken, never quite full with one left: within 6° … 354°. */
function visibleShare(share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 1
  return Math.min(354 / 360, Math.max(6 / 360, share))
}

function overDots({ capacity, taken }: RingCounts) {
  const over = Math.min(OVER_SHOWN, Math.max(0, taken - capacity))
  const r = Math.min(dotRadius(capacity), 3)
  return Array.from({ length: over }, (_, i) => ({ ...at(0.019 + i * 0.035, CLOSING_RADIUS), r }))
}

function at(turn: number, radius: number) {
  const angle = 2 * Math.PI * turn - Math.PI / 2
  return {
    x: round(CENTRE + radius * Math.cos(angle)),
    y: round(CENTRE + radius * Math.sin(angle)),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
