import { dayKey } from '../ui/times'
import type { DeskSession } from './queries'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

/** Half a year of weeks, as the API takes them. */
export const WEEKS_MAX = 26

type Starting = Pick<DeskSession, 'start_time' | 'time_zone'>

/** The date of the first weekly copy, as the server finds it: the next week that lies ahead. */
export function nextWeekDate({ start_time, time_zone }: Starting, now: number): string {
  const weeks = Math.max(1, Math.ceil((now - Date.parse(start_time)) / WEEK_MS))
  const date = Date.parse(dayKey(start_time, time_zone)) + weeks * WEEK_MS
  return new Date(date).toISOString().slice(0, 10)
}

/** "18:30", as the clocks of its place show it and a time field holds it. */
export function wallTime({ start_time, time_zone }: Starting): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: time_zone,
  }).format(new Date(start_time))
}
