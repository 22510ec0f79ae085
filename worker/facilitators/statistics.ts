import { asFacilitator, type Ctx } from '../context'
import { decimal, siteCurrency, siteTimeZone } from '../sessions/session'
import { invalid } from '../sessions/terms'
import { dateAt, dayOf, daysBetween, daysLater, wallHourAt, weekdayAt } from '../sessions/times'
import type { StatisticsQuery } from './schema'
import { readStatistics } from './statistics-queries'

const DAYS_DEFAULT = 84
export const DAYS_MAX = 366
/** Where one kind of early ends and the next begins: hours before the start. */
const LEAD_HOURS = [24, 72, 168, 336, 720]

/**
 * Her numbers of some days: of bookings made in them, and of sessions that start in them. A day is
 * one of the site's zone; weekday and hour are those of where a session is held.
 */
export async function findStatistics(ctx: Ctx, query: StatisticsQuery) {
  const { facilitatorId } = asFacilitator(ctx)
  const timeZone = siteTimeZone(ctx.env)
  const currency = siteCurrency(ctx.env)
  const { from, to, days } = daysIn(query, dateAt(ctx.now, timeZone), timeZone)
  const range = { facilitatorId, begins: days[0]?.begins ?? 0, ends: days.at(-1)?.ends ?? 0 }
  const [byDay, leads, ended, held] = await readStatistics(ctx.db, range, days, LEAD_HOURS)

  const none = { bookings: 0, seats: 0, valueMinor: 0, cancelled: 0 }
  const known = new Map(byDay.map((day) => [day.at, day]))
  const perDay = days.map(({ date }, at) => ({ date, ...(known.get(at) ?? none) }))
  const sum = (field: keyof typeof none) => perDay.reduce((total, day) => total + day[field], 0)
  return {
    ...{ from, to, time_zone: timeZone, currency },
    totals: {
      bookings: sum('bookings'),
      seats: sum('seats'),
      cancelled: sum('cancelled'),
      booked_value: decimal(sum('valueMinor'), currency),
    },
    days: perDay.map(({ date, bookings, seats, cancelled, valueMinor }) => {
      return { date, bookings, seats, cancelled, booked_value: decimal(valueMinor, currency) }
    }),
    fill: fillOf(held),
    lead_times: leadsOf(leads),
    cancellations: cancellationsOf(ended),
  }
}

function daysIn(query: StatisticsQuery, today: string, timeZone: string) {
  const to = query.to ?? (query.from ? daysLater(query.from, DAYS_DEFAULT - 1) : today)
  const from = query.from ?? daysLater(to, 1 - DAYS_DEFAULT)
  const size = daysBetween(from, to) + 1
  if (size < 1) throw invalid([{ path: 'to', message: 'A day from then on.' }])
  if (size > DAYS_MAX) throw invalid([{ path: 'to', message: `At most ${DAYS_MAX} days at once.` }])
  const days = Array.from({ length: size }, (_, at) => {
    const date = daysLater(from, at)
    return { date, ...(dayOf(date, timeZone) ?? { begins: 0, ends: 0 }) }
  })
  return { from, to, days }
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
