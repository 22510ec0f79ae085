import { MOST } from './session-form'
import { bookedWhen } from './words'

const HOUR_MS = 3_600_000

/** "That is Sat 28 Nov, 16:00. ", so many hours before the start; nothing of none. */
export function hoursBefore(start: string | undefined, hours: string, zone: string): string {
  const before = Number(hours)
  if (!start || !Number.isInteger(before) || before < 1 || before > MOST.hours) return ''
  return `That is ${bookedWhen(new Date(Date.parse(start) - before * HOUR_MS).toISOString(), zone)}. `
}
