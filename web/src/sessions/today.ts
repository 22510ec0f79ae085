import { HOURS, type Hour } from '../ui/hour'
import * as times from '../ui/times'
import { fieldOf } from './field-of'
import type { SessionInList } from './sessions'

type Dated = Pick<
  SessionInList,
  'session_type' | 'start_time' | 'time_zone' | 'available_spots' | 'id'
>

export type FreeDay<S> = { sessions: S[]; left: number; near: string | undefined }

/** The first day that has sessions with free seats; else the first that has any. Retreats stand elsewhere. */
export function firstFreeDay<S extends Dated>(sessions: S[], now: number): FreeDay<S> | null {
  const inOrder = daysOf(sessions).map(([, of]) => of)
  const chosen = inOrder.find((day) => leftIn(day) > 0) ?? inOrder[0]
  const first = chosen?.[0]
  if (!chosen || !first) return null
  const near = times.nearDay(first.start_time, first.time_zone, now)?.toLowerCase()
  return { sessions: chosen, left: leftIn(chosen), near }
}

/** What a day to come has, told apart by its light. */
export type DayAhead = { date: string; start: string; zone: string; lights: Hour[]; left: number }

const DAYS_AHEAD = 6

/**
 * The next days that have sessions, within a week of the one shown. `isWhole` says that nothing
 * comes after what was read; else the last day may be cut off, and is left out.
 */
export function daysAfter<S extends Dated>(shown: S, sessions: S[], isWhole: boolean): DayAhead[] {
  const first = times.dayKey(shown.start_time, shown.time_zone)
  const last = new Date(Date.parse(first) + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10)
  return daysOf(sessions)
    .slice(0, isWhole ? undefined : -1)
    .filter(([date]) => date > first && date <= last)
    .flatMap(([date, of]) => {
      const [one] = of
      if (!one) return []
      const lights = byHour(of).flatMap(({ hour, sessions: some }) => some.map(() => hour))
      return { date, start: one.start_time, zone: one.time_zone, lights, left: leftIn(of) }
    })
}

/** A day by its light: every hour, also one without sessions. */
export function byHour<S extends Dated>(
  sessions: S[],
): { hour: Hour; from: number; sessions: S[] }[] {
  return HOURS.map(({ hour, from }) => ({
    hour,
    from,
    sessions: sessions.filter((session) => fieldOf(session) === hour),
  }))
}

function daysOf<S extends Dated>(sessions: S[]): [date: string, sessions: S[]][] {
  const days = new Map<string, S[]>()
  for (const session of sessions) {
    if (session.session_type === 'retreat') continue
    const key = times.dayKey(session.start_time, session.time_zone)
    days.set(key, [...(days.get(key) ?? []), session])
  }
  return [...days.entries()].sort(([a], [b]) => a.localeCompare(b))
}

function leftIn(sessions: Dated[]): number {
  return sessions.reduce((sum, session) => sum + session.available_spots, 0)
}
