import { HOURS, type Hour } from '../ui/hour'
import { capital } from '../ui/numbers'
import * as times from '../ui/times'
import type { Order, Search } from './search'
import type { SessionInList } from './sessions'
import { words } from './words'

/* What is said where sessions are looked for; apart, so that no other page waits for it. */

type Timed = Pick<SessionInList, 'session_type' | 'start_time' | 'time_zone'>

export const browseWords = {
  find: 'Find',
  findHint: 'title, teacher, word',
  onDay: 'When',
  timeOfDay: 'Time of day',
  kind: 'Kind',
  bothKinds: 'Sessions and retreats',
  sessions: 'Sessions',
  retreats: 'Retreats',
  onlyFree: 'Only with free seats',
  onlyFreePlaces: 'Only with free places',
  order: 'Order',
  yoursShort: 'yours',
  list: 'List',
  calendar: 'Calendar',
  listOrCalendar: 'List or calendar',
  showMonth: 'Show the month',
  moreInMonth: 'There is more in this month than can be shown. Look for something narrower.',
  filter: 'Filter',
  found: 'What was found',
  showEverything: 'Show everything',
}

/** In a calendar: the hour it begins, and of a retreat which of its days it is. */
export function calendarTime(session: Timed, dayNumber: number, daysAll: number): string {
  if (session.session_type === 'session') return times.clock(session.start_time, session.time_zone)
  return daysAll === 1 ? 'one day' : `day ${dayNumber} of ${daysAll}`
}

/** "Dusk, 17:00 to 20:00" */
export function hourWords(hour: Hour | undefined, locale?: string): string {
  const at = HOURS.findIndex((one) => one.hour === hour)
  const from = HOURS[at]?.from
  const to = HOURS[(at + 1) % HOURS.length]?.from
  if (!hour || from === undefined || to === undefined) return 'Any time of day'
  // An hour of the day has no zone: UTC shows it as it is.
  const wall = (hours: number) => times.clock(Date.UTC(2000, 0, 1, hours), 'UTC', locale)
  return `${capital(hour)}, ${wall(from)} to ${wall(to)}`
}

/** "Filter · 2" */
export const filterWords = (count: number) => (count > 0 ? `Filter · ${count}` : 'Filter')

/** "14 to come", "100 and more to come" */
export function foundWords(count: number, hasMore: boolean): string {
  if (count === 0) return 'Nothing to come'
  return `${count.toLocaleString()}${hasMore ? ' and more' : ''} to come`
}

/** On the button that closes the sheet. */
export function showWords(count: number, hasMore: boolean): string {
  if (count === 0) return 'Nothing fits'
  return hasMore ? `Show ${count} and more` : `Show ${count}`
}

/** "No retreat is planned yet that says “yin” on Thursday 14 May, at dusk, with a free place." */
export function noneWords(search: Search): string {
  if (Object.keys(search).length === 0) return words.nothingPlanned
  const { q, on, hour, free, type } = search
  const noun = type === 'retreat' ? 'retreat' : type === 'session' ? 'session' : undefined
  const parts = [
    `${noun ? `No ${noun}` : 'Nothing'} is planned yet`,
    q ? ` that says “${q}”` : '',
    on ? ` on ${times.day(`${on}T12:00:00Z`, 'UTC')}` : '',
    hour ? `, ${HOUR_PHRASES[hour]}` : '',
    free ? `, with a free ${noun === 'retreat' ? 'place' : 'seat'}` : '',
  ]
  return `${parts.join('')}.`
}

/** On a phone, where a month is a list of its days. */
export const noneInMonth = (search: Search) =>
  Object.keys(search).length === 0
    ? 'Nothing is planned in this month.'
    : 'Nothing fits in this month.'

const HOUR_PHRASES: Record<Hour, string> = {
  dawn: 'at dawn',
  morning: 'in the morning',
  noon: 'at noon',
  afternoon: 'in the afternoon',
  dusk: 'at dusk',
  night: 'at night',
}

export const ORDER_WORDS: Record<Order, string> = {
  soonest: 'Soonest first',
  price: 'Lowest price first',
  relevance: 'Best match first',
}

/** What to let go of when nothing fits. */
export const WIDER_WORDS: Record<keyof Search, string> = {
  q: 'Without these words',
  on: 'On any day',
  hour: 'At any time of day',
  free: 'Full ones too',
  type: 'Sessions and retreats',
  facilitator: 'With anybody',
}
