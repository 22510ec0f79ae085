import { capital, inWords, money, plural } from '../ui/numbers'
import { clock, day, dayRange, zonePlace } from '../ui/times'
import type { Last, Period, Statistics, Unit } from './queries'

type Cell = Statistics['fill'][number]
type Lead = Statistics['lead_times'][number]
type Waiting = Statistics['waiting_list']

export const LAST_WORDS: Record<Last, string> = {
  '30d': '30 days',
  '90d': '90 days',
  '12m': '12 months',
  all: 'All',
}

export const NONE_WORDS: Record<Last, string> = {
  '30d': 'Nothing was booked or held in the last 30 days.',
  '90d': 'Nothing was booked or held in the last 90 days.',
  '12m': 'Nothing was booked or held in the last twelve months.',
  all: 'There is nothing to count yet.',
}

/** "24 August to 22 November 2026, Amsterdam time" */
export function rangeWords({ from, to, time_zone }: Statistics, locale?: string): string {
  const ends = format({ day: 'numeric', month: 'long', year: 'numeric' }, locale)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const begins = sameYear ? format({ day: 'numeric', month: 'long' }, locale) : ends
  return `${begins.format(new Date(from))} to ${ends.format(new Date(to))}, ${zonePlace(time_zone)} time`
}

/** Under a bar: "16 Nov", "Nov", "2026" */
export function periodShort({ from }: Pick<Period, 'from'>, unit: Unit, locale?: string): string {
  return format(SHORT[unit], locale).format(new Date(from))
}

const SHORT: Record<Unit, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
  year: { year: 'numeric' },
}

/** "Monday 16 November", "16–22 November", "November 2026"; a period that was cut says its days. */
export function periodLong({ from, to }: Pick<Period, 'from' | 'to'>, unit: Unit, locale?: string) {
  if (from === to) return day(`${from}T12:00:00Z`, 'UTC', Date.now(), locale)
  const isWhole = from.endsWith('-01') && !to.startsWith(dayAfter(to).slice(0, 7))
  if (unit === 'month' && isWhole) {
    return format({ month: 'long', year: 'numeric' }, locale).format(new Date(from))
  }
  if (unit === 'year' && from.endsWith('-01-01') && to.endsWith('-12-31')) return from.slice(0, 4)
  return dayRange(`${from}T12:00:00Z`, `${to}T12:00:00Z`, 'UTC', Date.now(), locale)
}

/** "12 bookings, 14 seats", "No bookings" */
export function madeWords({ bookings, seats, cancelled }: Statistics['totals']): string {
  const made =
    bookings === 0 ? 'No bookings' : `${many(bookings, 'booking')}, ${many(seats, 'seat')}`
  return cancelled === 0 ? made : `${made}; ${figure(cancelled)} cancelled since`
}

/** In figures a zero is a zero; "Free" would read as a price. */
export function amount(value: number, currency: string, locale?: string): string {
  return value === 0 ? (0).toLocaleString(locale) : money(value, currency, locale)
}

export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

/** "82 %", in the reader's way */
export function percent(part: number, whole: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share(part, whole))
}

/** "Four sessions, 41 of 50 seats, 82%" */
export function cellWords({ sessions, seats, capacity }: Cell): string {
  const held = capital(plural(sessions, '# session', '# sessions', inWords(sessions)))
  return `${held}, ${figure(seats)} of ${figure(capacity)} seats, ${percent(seats, capacity)}`
}

/** "19:00" of a cell; an hour of the day has no zone, UTC shows it as it is. */
export const hourClock = (hour: number, locale?: string) =>
  clock(Date.UTC(2000, 0, 1, hour), 'UTC', locale)

/** "Fullest: Monday at 19:00." Of what was held at least twice, where anything was. */
export function fullestWords(cells: Cell[], weekday: (weekday: number) => string): string {
  const often = cells.filter(({ sessions }) => sessions > 1)
  const [best] = [...(often.length > 0 ? often : cells)].sort(
    (a, b) => share(b.seats, b.capacity) - share(a.seats, a.capacity) || b.seats - a.seats,
  )
  if (!best || best.seats === 0) return 'No seat was taken yet.'
  const { seats, capacity } = best
  return `Fullest on ${weekday(best.weekday)} at ${hourClock(best.hour)}: ${percent(seats, capacity)} of the seats.`
}

/** "Less than a day", "1 to 3 days", "30 days or more" */
export function leadWords({ from_hours, to_hours }: Pick<Lead, 'from_hours' | 'to_hours'>): string {
  const days = (hours: number) => hours / 24
  if (to_hours === null) return `${days(from_hours)} days or more`
  if (from_hours === 0) return `Less than ${to_hours === 24 ? 'a day' : `${days(to_hours)} days`}`
  return `${days(from_hours)} to ${days(to_hours)} days`
}

/** "Half of all are booked less than three days before." */
export function halfWords(leads: Lead[]): string {
  const all = leads.reduce((sum, { bookings }) => sum + bookings, 0)
  if (all === 0) return 'Nothing was booked in this time.'
  let reached = 0
  const half = leads.find(({ bookings }) => {
    reached += bookings
    return reached * 2 >= all
  })
  if (!half || half.to_hours === null) return 'Half of all are booked more than a month before.'
  const days = half.to_hours / 24
  return `Half of all are booked less than ${days === 1 ? 'a day' : `${inWords(days)} days`} before.`
}

/** "Twelve joined a list; seven of them have a seat." */
export function waitedWords({ joined, seated }: Waiting): string {
  if (joined === 0) return 'Nobody joined a waiting list in this time.'
  const who = capital(plural(joined, '# joined a list', '# joined a list', inWords(joined)))
  if (seated === 0) return `${who}; none got a seat.`
  return `${who}; ${inWords(seated)} got a seat, ${percent(seated, joined)}.`
}

export const WAITED_WORDS: [key: Exclude<keyof Waiting, 'joined'>, label: string][] = [
  ['seated', 'Got a seat'],
  ['offered', 'Have an offer now'],
  ['waiting', 'Still waiting'],
  ['went_without', 'Went without'],
]

export const CANCELLED_WORDS: [key: 'by_user' | 'by_facilitator' | 'by_session', label: string][] =
  [
    ['by_user', 'By who had booked'],
    ['by_facilitator', 'By you'],
    ['by_session', 'With the session'],
  ]

/** "Nine of 120 were cancelled, two of them late." */
export function cancelledWords({ totals, cancellations }: Statistics): string {
  const { cancelled } = totals
  if (cancelled === 0) return 'Nothing was cancelled.'
  const all = totals.bookings + cancelled
  const verb = cancelled === 1 ? 'was' : 'were'
  const late = cancellations.late === 0 ? 'none' : inWords(cancellations.late)
  return `${capital(inWords(cancelled))} of ${figure(all)} ${verb} cancelled, ${late} of them late.`
}

export const words = {
  title: 'Numbers',
  range: 'How far back',
  asTable: 'Show as a table',
  overTime: 'Bookings over time',
  overTimeKey: 'Solid: booked. Hollow: cancelled since.',
  value: 'Booked value',
  valueKey: 'The price agreed times the seats, by the day it was booked.',
  nothingPaid: 'Nothing of value was booked in this time.',
  fill: 'How full, by weekday and hour',
  fillKey: 'Each circle is all seats of that hour; the dot in it is what was taken.',
  lead: 'How early people book',
  waited: 'What came of waiting',
  cancelled: 'What was cancelled',
  noneHeld: 'No session was held in this time.',
  when: 'When',
  bookings: 'Bookings',
  seats: 'Seats',
  cancelledShort: 'Cancelled',
  sessions: 'Sessions',
  ofSeats: 'Seats taken',
  full: 'Full',
  howMany: 'How many',
  share: 'Share',
  weekday: 'Weekday',
  hour: 'Hour',
  seatsFilled: 'Seats filled',
  sessionsHeld: 'Sessions held',
  early: 'How early',
  outcome: 'What came of it',
  who: 'Who',
  wider: 'Look further back',
}

export const figure = (count: number) => count.toLocaleString()

const many = (count: number, noun: string) =>
  plural(count, `# ${noun}`, `# ${noun}s`, figure(count))

const dayAfter = (date: string) =>
  new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)

function format(options: Intl.DateTimeFormatOptions, locale?: string) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
}
