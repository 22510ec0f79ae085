/*
 * Times in letters: by the clocks of the session's own zone, whatever the reader's or the server's
 * show, and with the offset that holds there on that day.
 */

const LOCALE = 'en-GB'
const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** From when to when, in one line. */
export function when({ startTime, endTime, timeZone }: Span): string {
  const day = (at: number) => format(at, timeZone, DAY)
  const clock = (at: number) => format(at, timeZone, CLOCK)
  const ends =
    day(startTime) === day(endTime)
      ? `–${clock(endTime)}`
      : ` until ${day(endTime)}, ${clock(endTime)}`
  return `${day(startTime)}, ${clock(startTime)}${ends}, ${zone(startTime, endTime, timeZone)}`
}

/** One moment, as a sentence can hold it. */
export function moment(at: number, timeZone: string): string {
  return `${format(at, timeZone, DAY)}, ${format(at, timeZone, CLOCK)}`
}

/** For a subject: short, and without the year. */
export function shortWhen({ startTime, timeZone }: Span): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return `${format(startTime, timeZone, day)}, ${format(startTime, timeZone, CLOCK)}`
}

type Span = { startTime: number; endTime: number; timeZone: string }

/** "Amsterdam time (GMT+1)": the offset tells people elsewhere what they need. */
function zone(from: number, to: number, timeZone: string): string {
  if (!timeZone.includes('/')) return timeZone
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ')
  const [before, after] = [offset(from, timeZone), offset(to, timeZone)]
  return `${city} time (${before === after ? before : `${before}, then ${after}`})`
}

function offset(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: 'shortOffset' })
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

function format(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone }).format(at)
}
