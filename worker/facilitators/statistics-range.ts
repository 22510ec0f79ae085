import { invalid } from '../sessions/terms'
import { dateAt, dayOf, daysBetween, daysLater, lastDayOf, monthsBefore } from '../sessions/times'
import type { StatisticsQuery } from './schema'

const DAYS_DEFAULT = 84
export const DAYS_MAX = 366
/** Up to so many days each is a period of its own; then weeks, then months, then years are. */
const MOST_DAYS = { day: 31, week: 100, month: 1_830 }

export type Unit = 'day' | 'week' | 'month' | 'year'
/** Dates, the last one included, and the epoch ms at which they begin and end. */
export type Span = { from: string; to: string; begins: number; ends: number }

/** What is asked for, on her clocks. `firstAt` (epoch ms) is when anything of hers began. */
export function rangeOf(
  query: StatisticsQuery,
  { now, timeZone, firstAt }: { now: number; timeZone: string; firstAt: number | null },
) {
  const today = dateAt(now, timeZone)
  const first = firstAt === null ? today : dateAt(Math.min(firstAt, now), timeZone)
  const { from, to } = query.last ? lastOnes(query.last, today, first) : datesIn(query, today)
  const size = daysBetween(from, to) + 1
  if (size < 1) throw invalid([{ path: 'to', message: 'A day from then on.' }])
  if (size > DAYS_MAX && query.last !== 'all') {
    throw invalid([{ path: 'to', message: `At most ${DAYS_MAX} days at once.` }])
  }
  const unit = unitFor(size)
  return {
    ...{ from, to, unit },
    /** None where there are too many of them. */
    days: size > DAYS_MAX ? [] : spansOf(from, to, 'day', timeZone),
    periods: spansOf(from, to, unit, timeZone),
  }
}

function datesIn(query: StatisticsQuery, today: string) {
  const to = query.to ?? (query.from ? daysLater(query.from, DAYS_DEFAULT - 1) : today)
  return { from: query.from ?? daysLater(to, 1 - DAYS_DEFAULT), to }
}

function lastOnes(last: NonNullable<StatisticsQuery['last']>, today: string, first: string) {
  if (last === 'all') return { from: first, to: today }
  if (last === '12m') return { from: monthsBefore(today, 11), to: today }
  return { from: daysLater(today, last === '30d' ? -29 : -89), to: today }
}

function unitFor(days: number): Unit {
  if (days <= MOST_DAYS.day) return 'day'
  if (days <= MOST_DAYS.week) return 'week'
  return days <= MOST_DAYS.month ? 'month' : 'year'
}

/** Each begins where the one before ends; the first and the last are cut to the range. */
function spansOf(from: string, to: string, unit: Unit, timeZone: string): Span[] {
  const spans: Span[] = []
  for (let first = from; first <= to; first = daysLater(spans.at(-1)?.to ?? to, 1)) {
    const end = lastDayOf(unit, first)
    const last = end < to ? end : to
    const begins = spans.at(-1)?.ends ?? dayOf(first, timeZone)?.begins ?? 0
    spans.push({ from: first, to: last, begins, ends: dayOf(last, timeZone)?.ends ?? 0 })
  }
  return spans
}
