import type { HOURS } from '../db/schema'
import { wallHourAt } from './times'

export type Hour = (typeof HOURS)[number]

/** When each begins, on the clocks of where the session is held. What comes before dawn is night. */
const BEGINNINGS: readonly [from: number, hour: Hour][] = [
  [20, 'night'],
  [17, 'dusk'],
  [14, 'afternoon'],
  [11, 'noon'],
  [8, 'morning'],
  [5, 'dawn'],
]

/** The light in which a session starts; it follows from start and zone, and D1 keeps it for filters. */
export function hourOf({ startTime, timeZone }: { startTime: number; timeZone: string }): Hour {
  const wallHour = wallHourAt(startTime, timeZone)
  return BEGINNINGS.find(([from]) => wallHour >= from)?.[1] ?? 'night'
}
