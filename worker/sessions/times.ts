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
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/** `2027-01-15 09:00`, as clocks in `timeZone` show an instant. */
export function wallTimeAt(epochMs: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
}

/** The hour, 0 to 23, that clocks in `timeZone` show at an instant. */
export function wallHourAt(epochMs: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).hour
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

function parsed<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
