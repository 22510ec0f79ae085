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
  const days = new Map<string, S[]>()
  for (const session of sessions) {
    if (session.session_type === 'retreat') continue
    const key = times.dayKey(session.start_time, session.time_zone)
    days.set(key, [...(days.get(key) ?? []), session])
  }
  const inOrder = [...days.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, of]) => of)
  const chosen = inOrder.find((day) => leftIn(day) > 0) ?? inOrder[0]
  const first = chosen?.[0]
  if (!chosen || !first) return null
  const near = times.nearDay(first.start_time, first.time_zone, now)?.toLowerCase()
  return { sessions: chosen, left: leftIn(chosen), near }
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

function leftIn(sessions: Dated[]): number {
  return sessions.reduce((sum, session) => sum + session.available_spots, 0)
}
