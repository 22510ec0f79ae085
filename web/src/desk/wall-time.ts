import { Temporal } from 'temporal-polyfill'

/*
 * What a facilitator types is what the clocks of her place show; what is sent are instants.
 * The polyfill is large: only the editor imports this file.
 */

/** `2027-03-28` and `02:30`, as date and time fields hold them. */
export type WallClock = { date: string; time: string }

/** What daylight saving does to a time that was typed. */
export type Oddity =
  | { kind: 'skipped'; typed: WallClock; becomes: WallClock }
  | { kind: 'doubled'; typed: WallClock }

export type Moment = { instant: string; clock: WallClock; oddity: Oddity | null }

/** The instant that a clock in `zone` shows as `typed`. Null while date, time or zone are unfinished. */
export function momentOf(typed: WallClock, zone: string): Moment | null {
  return parsed(() => {
    const plain = Temporal.PlainDateTime.from(`${typed.date}T${typed.time}`)
    const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
      plain.toZonedDateTime(zone, { disambiguation }),
    ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
    if (earlier.equals(later)) return moment(earlier, null)
    const isSkipped = !earlier.toPlainDateTime().equals(plain)
    if (!isSkipped) return moment(earlier, { kind: 'doubled', typed })
    return moment(later, { kind: 'skipped', typed, becomes: clockOf(later) })
  })
}

/** The end of something that lasts `minutes` of real time, as the clocks there will show it. */
export function endOf(start: Moment, minutes: number, zone: string): Moment | null {
  return parsed(() =>
    moment(Temporal.Instant.from(start.instant).toZonedDateTimeISO(zone).add({ minutes }), null),
  )
}

/** What the clocks in `zone` show at an instant. */
export function clockAt(instant: string, zone: string): WallClock {
  return clockOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone))
}

export function minutesBetween(startInstant: string, endInstant: string): number {
  return Math.round((Date.parse(endInstant) - Date.parse(startInstant)) / 60_000)
}

/** Every date from the first to the last, both included; empty when they are the wrong way round. */
export function datesBetween(first: string, last: string, most: number): string[] {
  const dates = parsed(() => {
    const end = Temporal.PlainDate.from(last)
    const all: string[] = []
    let day = Temporal.PlainDate.from(first)
    while (all.length < most && Temporal.PlainDate.compare(day, end) <= 0) {
      all.push(day.toString())
      day = day.add({ days: 1 })
    }
    return all
  })
  return dates ?? []
}

export function isZone(text: string): boolean {
  return parsed(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)) !== null
}

function moment(at: Temporal.ZonedDateTime, oddity: Oddity | null): Moment {
  const instant = at.toInstant().toString({ fractionalSecondDigits: 3 })
  return { instant, clock: clockOf(at), oddity }
}

function clockOf(at: Temporal.ZonedDateTime): WallClock {
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  return { date: at.toPlainDate().toString(), time }
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
