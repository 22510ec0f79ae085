/*
 * Days and hours as a reader writes them (her locale), at the place where a session is (its zone).
 * `at` is ISO 8601 or epoch milliseconds; `locale` is left out in the browser: its own is used.
 */

export type Instant = string | number

const formats = new Map<string, Intl.DateTimeFormat>()

/** "18:30", or "6:30 PM" where that is the custom. */
export function clock(at: Instant, zone: string, locale?: string): string {
  return format({ hour: 'numeric', minute: '2-digit' }, zone, locale).format(new Date(at))
}

/** "Thursday 14 May", with the year when it is another than now's. */
export function day(at: Instant, zone: string, now: Instant = Date.now(), locale?: string): string {
  return format(dated({ weekday: 'long', month: 'long' }, at, zone, now), zone, locale).format(
    new Date(at),
  )
}

/** "Thu 14 May" */
export function shortDay(at: Instant, zone: string, now: Instant = Date.now(), locale?: string) {
  return format(dated({ weekday: 'short', month: 'short' }, at, zone, now), zone, locale).format(
    new Date(at),
  )
}

/** "Wednesday 18:30", for what is near. */
export function weekdayClock(at: Instant, zone: string, locale?: string): string {
  const weekday = format({ weekday: 'long' }, zone, locale).format(new Date(at))
  return `${weekday} ${clock(at, zone, locale)}`
}

/** "5–12 June", for what runs over days; with the year when it is another than now's. */
export function dayRange(
  start: Instant,
  end: Instant,
  zone: string,
  now: Instant = Date.now(),
  locale?: string,
): string {
  const options = dated({ month: 'long' }, start, zone, now)
  const range = format(options, zone, locale).formatRange(new Date(start), new Date(end))
  // Between two figures a dash stands close; around words it keeps its spaces.
  return range.replace(/(?<=\d)\s–\s(?=\d)/u, '–')
}

/** "18:30 to 19:45", which no line's end breaks in two. */
export function span(start: Instant, end: Instant, zone: string, locale?: string): string {
  return `${clock(start, zone, locale)}\u00a0to\u00a0${clock(end, zone, locale)}`
}

/** The calendar day there, as 2026-05-14: to group and compare by. */
export function dayKey(at: Instant, zone: string): string {
  return wallTime(at, zone).slice(0, 10)
}

/** The hour there, 0 to 23. */
export function hourAt(at: Instant, zone: string): number {
  return Number(wallTime(at, zone).slice(11, 13))
}

/** Calendar days from one instant to another, there. */
export function daysBetween(from: Instant, to: Instant, zone: string): number {
  return (Date.parse(dayKey(to, zone)) - Date.parse(dayKey(from, zone))) / 86_400_000
}

/** "Today", "Tomorrow", or nothing for any other day. */
export function nearDay(at: Instant, zone: string, now: Instant = Date.now()): string | undefined {
  return ['Today', 'Tomorrow'][daysBetween(now, at, zone)]
}

/** "in 4 hours", "in 12 days": days as calendars there count them, whatever the hour is now. */
export function fromNow(
  at: Instant,
  now: Instant = Date.now(),
  zone = readersZone(),
  locale?: string,
): string {
  const minutes = Math.round((new Date(at).getTime() - new Date(now).getTime()) / 60_000)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), 'hour')
  return relative.format(daysBetween(now, at, zone), 'day')
}

/** The place that a zone is named after: "Amsterdam" for Europe/Amsterdam. */
export function zonePlace(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}

/** Whether clocks here and there show the same at that instant. */
export function sameClock(at: Instant, zone: string, other: string): boolean {
  return wallTime(at, zone) === wallTime(at, other)
}

/** "2026-05-14 18:30": all that is counted and compared by, of one format a zone. */
function wallTime(at: Instant, zone: string): string {
  return format(WALL, zone, 'sv').format(new Date(at))
}

const WALL: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

// Learned once, with the first file: a browser takes longest over its first format.
const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone

export const readersZone = () => HERE

function dated(
  options: Intl.DateTimeFormatOptions,
  at: Instant,
  zone: string,
  now: Instant,
): Intl.DateTimeFormatOptions {
  const sameYear = dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4)
  return { ...options, day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) }
}

// Making a format costs far more than using one, and a list of sessions uses hundreds.
function format(options: Intl.DateTimeFormatOptions, zone: string, locale?: string) {
  const key = JSON.stringify([options, zone, locale])
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, made)
  return made
}
