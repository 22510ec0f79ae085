import { Temporal } from 'temporal-polyfill'

/*
 * Wall clocks and instants. workerd has no Temporal of its own yet, so the polyfill does the
 * calendar; nothing here knows what time it is now.
 */

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const ZONE = /^[A-Za-z][A-Za-z0-9_+\-/]*$/

/**
 * Epoch ms of an ISO 8601 time. Without an offset it is what the clocks of `timeZone` show: a time
 * they skip in spring moves on by the gap, one they show twice in autumn is the first. Null: no time.
 */
export function instantOf(text: string, timeZone: string): number | null {
  if (WITH_OFFSET.test(text)) return parsed(() => Temporal.Instant.from(text).epochMilliseconds)
  if (LOCAL_TIME.test(text)) {
    return parsed(
      () => Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds,
    )
  }
  return null
}

/** Epoch ms at which a date (`2027-05-01`) begins and the next one does, where `timeZone` is kept. */
export function dayOf(date: string, timeZone: string): { begins: number; ends: number } | null {
  if (!isDate(date)) return null
  return parsed(() => {
    const day = Temporal.PlainDate.from(date)
    return {
      begins: day.toZonedDateTime(timeZone).epochMilliseconds,
      ends: day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
    }
  })
}

/** The date that calendars in `timeZone` show at an instant. */
export function dateAt(epochMs: number, timeZone: string): string {
  return zoned(epochMs, timeZone).toPlainDate().toString()
}

/** The same wall time so many weeks later, whatever the clocks of `timeZone` do in between. */
export function weeksLater(epochMs: number, weeks: number, timeZone: string): number {
  return zoned(epochMs, timeZone).add({ weeks }).epochMilliseconds
}

/**
 * A span moved to another start: its end keeps its place on the clocks, so that Friday to Sunday at
 * five stays so when they change. `days` is how far its dates moved.
 */
export function movedTo(
  span: { startTime: number; endTime: number; timeZone: string },
  startTime: number,
) {
  const wall = (epochMs: number) => zoned(epochMs, span.timeZone).toPlainDateTime()
  const [from, to] = [wall(span.startTime), wall(startTime)]
  return {
    startTime,
    endTime: wall(span.endTime).add(from.until(to)).toZonedDateTime(span.timeZone)
      .epochMilliseconds,
    days: from.toPlainDate().until(to.toPlainDate()).days,
  }
}

/** A date so many days later. */
export function daysLater(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The first day of the month that many months before the one of a date. */
export function monthsBefore(date: string, months: number): string {
  return Temporal.PlainDate.from(date).with({ day: 1 }).subtract({ months }).toString()
}

/** The last day of the week (a Sunday), month or year that a date lies in. */
export function lastDayOf(unit: 'day' | 'week' | 'month' | 'year', date: string): string {
  const day = Temporal.PlainDate.from(date)
  if (unit === 'week') return day.add({ days: 7 - day.dayOfWeek }).toString()
  if (unit === 'month') return day.with({ day: day.daysInMonth }).toString()
  return (unit === 'year' ? day.with({ month: 12, day: 31 }) : day).toString()
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days
}

/** Monday is 1, Sunday 7. */
export function weekdayAt(epochMs: number, timeZone: string): number {
  return zoned(epochMs, timeZone).dayOfWeek
}

/** `2027-01-15 09:00`, as clocks in `timeZone` show an instant. */
export function wallTimeAt(epochMs: number, timeZone: string): string {
  const wall = zoned(epochMs, timeZone).toPlainDateTime()
  return wall.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

/** The hour, 0 to 23, that clocks in `timeZone` show at an instant. */
export function wallHourAt(epochMs: number, timeZone: string): number {
  return zoned(epochMs, timeZone).hour
}

export function isDate(text: string): boolean {
  return DATE.test(text) && parsed(() => Temporal.PlainDate.from(text)) !== null
}

/**
 * The IANA name in its proper case, or null when there is no such zone. Aliases stay as they were
 * written: Intl alone would turn Asia/Kolkata into Asia/Calcutta.
 */
export function zoneNamed(text: string): string | null {
  if (!ZONE.test(text)) return null
  return parsed(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId)
}

function zoned(epochMs: number, timeZone: string) {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone)
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
