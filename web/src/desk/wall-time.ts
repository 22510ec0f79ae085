/*
 * What a facilitator types is what the clocks of her place show; what is sent are instants.
 * `Intl` alone knows the zones here: a polyfill of Temporal is four times as large as the editor.
 */

/** `2027-03-28` and `02:30`, as date and time fields hold them. */
export type WallClock = { date: string; time: string }

/** What daylight saving does to a time that was typed. */
export type Oddity =
  | { kind: 'skipped'; typed: WallClock; becomes: WallClock }
  | { kind: 'doubled'; typed: WallClock }

export type Moment = { instant: string; clock: WallClock; oddity: Oddity | null }

const DAY_MS = 86_400_000

/** The instant that a clock in `zone` shows as `typed`. Null while date, time or zone are unfinished. */
export function momentOf(typed: WallClock, zone: string): Moment | null {
  const wall = wallMs(typed)
  if (wall === null || !isZone(zone)) return null
  // A zone changes its clocks at most once in two days: one of these two holds at `typed`, or both do.
  const [before, after] = [offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone)]
  const shown = [wall - before, wall - after].filter((at) => at + offsetAt(at, zone) === wall)
  const first = Math.min(...shown)
  if (shown.length === 0) {
    const later = momentAt(wall - before, zone)
    return { ...later, oddity: { kind: 'skipped', typed, becomes: later.clock } }
  }
  const isDoubled = shown.length === 2 && before !== after
  return { ...momentAt(first, zone), oddity: isDoubled ? { kind: 'doubled', typed } : null }
}

/** The end of something that lasts `minutes` of real time, as the clocks there will show it. */
export function endOf(start: Moment, minutes: number, zone: string): Moment | null {
  const end = Date.parse(start.instant) + minutes * 60_000
  return Number.isNaN(new Date(end).getTime()) || !isZone(zone) ? null : momentAt(end, zone)
}

/** What the clocks in `zone` show at an instant. */
export function clockAt(instant: string, zone: string): WallClock {
  return momentAt(Date.parse(instant), zone).clock
}

export function minutesBetween(startInstant: string, endInstant: string): number {
  return Math.round((Date.parse(endInstant) - Date.parse(startInstant)) / 60_000)
}

/** Every date from the first to the last, both included; empty when they are the wrong way round. */
export function datesBetween(first: string, last: string, most: number): string[] {
  const [start, end] = [dateMs(first), dateMs(last)]
  if (start === null || end === null) return []
  const count = Math.min(most, (end - start) / DAY_MS + 1)
  return Array.from({ length: Math.max(0, count) }, (_, day) => dateOf(start + day * DAY_MS))
}

export function isZone(text: string): boolean {
  try {
    return text !== '' && formatIn(text) !== undefined
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function momentAt(at: number, zone: string): Moment {
  const shown = new Date(at + offsetAt(at, zone)).toISOString()
  const clock = { date: shown.slice(0, 10), time: shown.slice(11, 16) }
  return { instant: new Date(at).toISOString(), clock, oddity: null }
}

/** How far the clocks in `zone` are ahead of UTC at an instant. */
function offsetAt(at: number, zone: string): number {
  const parts = formatIn(zone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value)
  const [year, month, day] = [part('year'), part('month') - 1, part('day')]
  const shown = Date.UTC(year, month, day, part('hour'), part('minute'), part('second'))
  return shown - Math.floor(at / 1_000) * 1_000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  const made = new Intl.DateTimeFormat('en', { timeZone, ...date, ...time })
  formats.set(timeZone, made)
  return made
}

/** As if the clock stood in UTC. */
function wallMs({ date, time }: WallClock): number | null {
  const day = dateMs(date)
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  return day === null || !hour ? null : day + (Number(hour) * 60 + Number(minute)) * 60_000
}

/** Null for what is no date: the 30th of February is one to `Date`, two days late. */
function dateMs(date: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN
  return !Number.isNaN(at) && dateOf(at) === date ? at : null
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)
