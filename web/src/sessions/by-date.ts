import { datesFrom, weeksOf } from '../ui/month'
import { dayKey } from '../ui/times'
import type { SessionInList } from './sessions'

type Timed = Pick<SessionInList, 'session_type' | 'start_time' | 'end_time' | 'time_zone'>

/** A session on one of its days; a retreat has several. */
export type DayEntry<S> = { session: S; dayNumber: number; daysAll: number }

/** What stands on which date, by the clocks of where it is held; the earliest of a day first. */
export function byDate<S extends Timed>(sessions: S[]): Map<string, DayEntry<S>[]> {
  const days = new Map<string, DayEntry<S>[]>()
  const inOrder = [...sessions].sort((a, b) => startOf(a) - startOf(b))
  for (const session of inOrder) {
    const dates = datesOf(session)
    for (const [at, date] of dates.entries()) {
      const entries = days.get(date) ?? []
      entries.push({ session, dayNumber: at + 1, daysAll: dates.length })
      days.set(date, entries)
    }
  }
  return days
}

/**
 * What to ask for so that a month can be drawn: its weeks, and a day to either side, because at some
 * place it is already, or still, that day.
 */
export function datesAround(month: string, weekStartsOn: number): { from: string; to: string } {
  const dates = weeksOf(month, weekStartsOn).flat()
  return {
    from: moved(dates.at(0)?.date ?? `${month}-01`, -1),
    to: moved(dates.at(-1)?.date ?? `${month}-28`, 1),
  }
}

/**
 * Where to look for retreats that begin before those dates and last into them. Only what is still to
 * come is listed, so a month that has begun asks for none.
 */
export function retreatsBefore(from: string, today: string): { from: string; to: string } | null {
  if (from <= today) return null
  return { from: moved(from, -LONGEST_RETREAT_DAYS), to: moved(from, -1) }
}

/** As many days as a retreat may tell of. */
const LONGEST_RETREAT_DAYS = 62

/** A session that runs past midnight is still that evening's. */
function datesOf({ session_type, start_time, end_time, time_zone: zone }: Timed): string[] {
  const first = dayKey(start_time, zone)
  return session_type === 'session' ? [first] : datesFrom(first, dayKey(end_time, zone))
}

const startOf = ({ start_time }: Timed) => Date.parse(start_time)

const moved = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
