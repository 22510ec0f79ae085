import * as times from '../ui/times'
import type { SessionInList } from './sessions'

export type DayOfSessions<S> = { key: string; heading: string; sessions: S[] }
type Dated = Pick<SessionInList, 'start_time' | 'time_zone'>

/** Days in the order they come, each in the zone of its sessions: "Today, Thursday 14 May". */
export function byDay<S extends Dated>(sessions: S[], now: number): DayOfSessions<S>[] {
  const days = new Map<string, DayOfSessions<S>>()
  for (const session of sessions) {
    const key = times.dayKey(session.start_time, session.time_zone)
    const day = days.get(key) ?? { key, heading: headingOf(session, now), sessions: [] }
    day.sessions.push(session)
    days.set(key, day)
  }
  return [...days.values()].sort((a, b) => a.key.localeCompare(b.key))
}

function headingOf({ start_time: start, time_zone: zone }: Dated, now: number): string {
  const day = times.day(start, zone, now)
  const near = times.nearDay(start, zone, now)
  return near ? `${near}, ${day}` : day
}
