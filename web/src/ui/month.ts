/*
 * Months of a calendar, by dates as text: `2026-12` and `2026-12-05`. A date has no zone; whoever
 * lays an instant on one says where (`dayKey` in times.ts).
 */

export type MonthDay = { date: string; isInMonth: boolean }

const DAY_MS = 86_400_000

/** Whole weeks that cover a month; the days around it fill the first and the last. */
export function weeksOf(month: string, weekStartsOn: number): MonthDay[][] {
  const first = Date.parse(`${month}-01`)
  const before = (weekdayOf(first) - weekStartsOn + 7) % 7
  const length = (Date.parse(`${monthLater(month, 1)}-01`) - first) / DAY_MS
  const weeks = Math.ceil((before + length) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = dateOf(first + (week * 7 + day - before) * DAY_MS)
      return { date, isInMonth: date.startsWith(month) }
    }),
  )
}

/** `2027-01` for one after `2026-12`; earlier ones by negative numbers. */
export function monthLater(month: string, months: number): string {
  const at = new Date(`${month}-01`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 7)
}

/** A month that somebody may have typed into an address, or nothing. */
export function monthIn(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return undefined
  return text.startsWith('0000') ? undefined : text
}

/** Every date from the first to the last, both included. */
export function datesFrom(first: string, last: string): string[] {
  const days = Math.max(0, (Date.parse(last) - Date.parse(first)) / DAY_MS + 1)
  return Array.from({ length: days }, (_, day) => dateOf(Date.parse(first) + day * DAY_MS))
}

/** "December 2026" */
export function monthName(month: string, locale?: string): string {
  return format({ month: 'long', year: 'numeric' }, locale).format(new Date(`${month}-01`))
}

/** "Saturday 5 December", where the month stands beside it or is known. */
export function dateName(date: string, locale?: string): string {
  return format({ weekday: 'long', day: 'numeric', month: 'long' }, locale).format(new Date(date))
}

/** Names of the weekdays, beginning with the first of a week there: Mon, Monday … */
export function weekdayNames(weekStartsOn: number, locale?: string) {
  return Array.from({ length: 7 }, (_, at) => {
    // The first of June 2026 was a Monday.
    const day = new Date(Date.UTC(2026, 5, weekStartsOn + at))
    return {
      short: format({ weekday: 'short' }, locale).format(day),
      long: format({ weekday: 'long' }, locale).format(day),
    }
  })
}

/** The day on which a week begins where the reader is, Monday being 1; Monday where nobody can tell. */
export function weekStart(locale = format({}).resolvedOptions().locale): number {
  const known = new Intl.Locale(locale) as Intl.Locale & WeekInfo
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}

/** As a method now, as a property in browsers of some years ago, and not yet in all. */
type WeekInfo = { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }

const weekdayOf = (epochMs: number) => new Date(epochMs).getUTCDay() || 7
const dateOf = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10)

function format(options: Intl.DateTimeFormatOptions, locale?: string) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
}
