import { asFacilitator, type Ctx } from '../context'
import type { BOOKING_STATES } from '../db/schema'
import { decimal, siteCurrency, siteTimeZone } from '../sessions/session'
import { wallHourAt, weekdayAt } from '../sessions/times'
import type { StatisticsQuery } from './schema'
import { readBeginning, readStatistics } from './statistics-queries'
import { rangeOf, type Span } from './statistics-range'

/** Where one kind of early ends and the next begins: hours before the start. */
const LEAD_HOURS = [24, 72, 168, 336, 720]

/**
 * Her numbers of some days: of bookings made in them, and of sessions that began in them. A day is
 * one of her own zone; weekday and hour are those of where a session is held.
 */
export async function findStatistics(ctx: Ctx, query: StatisticsQuery) {
  const { facilitatorId } = asFacilitator(ctx)
  const currency = siteCurrency(ctx.env)
  const beginning = await readBeginning(ctx.db, facilitatorId)
  const timeZone = beginning.timeZone ?? siteTimeZone(ctx.env)
  const { from, to, unit, days, periods } = rangeOf(query, { ...beginning, timeZone, now: ctx.now })

  const spans = days.length > 0 ? days : periods
  const [begins, ends] = [spans[0]?.begins ?? 0, spans.at(-1)?.ends ?? 0]
  const range = { facilitatorId, begins, ends, now: ctx.now }
  const found = await readStatistics(ctx.db, range, spans, LEAD_HOURS)
  const [bySpan, leads, ended, held, waited] = found
  const known = new Map(bySpan.map((span) => [span.at, span]))
  const counted = spans.map((span, at) => ({ ...span, ...(known.get(at) ?? NONE) }))
  return {
    ...{ from, to, time_zone: timeZone, currency },
    totals: sumOf(counted, currency),
    days: days.map(({ from }, at) => ({
      date: from,
      ...sumOf(counted.slice(at, at + 1), currency),
    })),
    unit,
    periods: periods.map(({ from, to }) => {
      const within = counted.filter((span) => from <= span.from && span.to <= to)
      return { from, to, ...sumOf(within, currency) }
    }),
    fill: fillOf(held),
    lead_times: leadsOf(leads),
    waiting_list: waitingListOf(waited),
    cancellations: cancellationsOf(ended),
  }
}

const NONE = { bookings: 0, seats: 0, valueMinor: 0, cancelled: 0 }

function sumOf(spans: (Span & typeof NONE)[], currency: string) {
  const sum = (field: keyof typeof NONE) => spans.reduce((total, span) => total + span[field], 0)
  return {
    bookings: sum('bookings'),
    seats: sum('seats'),
    cancelled: sum('cancelled'),
    booked_value: decimal(sum('valueMinor'), currency),
  }
}

type Held = Awaited<ReturnType<typeof readStatistics>>[3]

/** Monday is 1. Only weekdays and hours at which there was something; fullness is seats of capacity. */
function fillOf(held: Held) {
  const cells = new Map<string, ReturnType<typeof cellOf>>()
  for (const session of held) {
    const cell = cellOf(session)
    const key = `${cell.weekday} ${cell.hour}`
    const known = cells.get(key) ?? { ...cell, sessions: 0, seats: 0, capacity: 0 }
    known.sessions += 1
    known.seats += cell.seats
    known.capacity += cell.capacity
    cells.set(key, known)
  }
  return [...cells.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
}

function cellOf({ startTime, timeZone, seats, capacity }: Held[number]) {
  const weekday = weekdayAt(startTime, timeZone)
  return { weekday, hour: wallHourAt(startTime, timeZone), sessions: 1, seats, capacity }
}

function leadsOf(leads: { lead: number; bookings: number }[]) {
  const known = new Map(leads.map(({ lead, bookings }) => [lead, bookings]))
  return [0, ...LEAD_HOURS].map((from_hours, at) => {
    return { from_hours, to_hours: LEAD_HOURS[at] ?? null, bookings: known.get(at) ?? 0 }
  })
}

/** Got a seat from the list, whatever became of it: only what was a seat is cancelled. */
const SEATED: readonly State[] = ['confirmed', 'attended', 'no_show', 'cancelled']
type State = (typeof BOOKING_STATES)[number]

function waitingListOf(waited: { state: State; bookings: number }[]) {
  const sum = (isMeant: (state: State) => boolean) =>
    waited.reduce((total, row) => total + (isMeant(row.state) ? row.bookings : 0), 0)
  const joined = sum(() => true)
  const seated = sum((state) => SEATED.includes(state))
  const offered = sum((state) => state === 'offered')
  const waiting = sum((state) => state === 'waitlisted')
  return { joined, seated, offered, waiting, went_without: joined - seated - offered - waiting }
}

function cancellationsOf(ended: Awaited<ReturnType<typeof readStatistics>>[2]) {
  const by = (who: (typeof ended)[number]['by']) =>
    ended.find((row) => row.by === who)?.bookings ?? 0
  return {
    by_user: by('user'),
    by_facilitator: by('facilitator'),
    by_session: by('session'),
    late: ended.reduce((total, row) => total + row.late, 0),
  }
}
