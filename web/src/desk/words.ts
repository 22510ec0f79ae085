import { seatNoun, seats as seatWords } from '../sessions/words'
import { capital, inWordsLong, plural } from '../ui/numbers'
import { clock, day, dayKey, shortDay, span, weekdayClock, zonePlace } from '../ui/times'
import type { DeskSession } from './queries'
import type { DeskStatus } from './status'

type Seats = Pick<DeskSession, 'capacity' | 'taken' | 'available_spots' | 'over'>
type Typed = Pick<DeskSession, 'session_type'>
type Booked = Pick<DeskSession, 'taken' | 'session_type'>
type When = Pick<DeskSession, 'session_type' | 'start_time' | 'end_time' | 'time_zone'>

/** "Three sessions, forty people" */
export function headline(today: (When & Pick<DeskSession, 'taken'>)[]): string {
  if (today.length === 0) return 'Nothing today'
  const retreats = today.filter((one) => one.session_type === 'retreat').length
  const sessions = today.length - retreats
  const people = today.reduce((sum, one) => sum + one.taken, 0)
  const parts = [
    sessions > 0 ? plural(sessions, '# session', '# sessions', inWordsLong(sessions)) : '',
    retreats > 0 ? plural(retreats, '# retreat', '# retreats', inWordsLong(retreats)) : '',
    people > 0 ? plural(people, '# person', '# people', inWordsLong(people)) : 'nobody yet',
  ]
  return capital(parts.filter(Boolean).join(', '))
}

/** "Next: Dawn sit, Fri 15 May, 6:45." */
export function nextSentence(session: When & Pick<DeskSession, 'title'>): string {
  return `Next: ${session.title}, ${whenShort(session)}.`
}

/** "14 of 20" */
export const takenOf = ({ taken, capacity }: Seats) =>
  `${taken.toLocaleString()} of ${capacity.toLocaleString()}`

/** Under "Left": "6", "Full", "2 over" */
export function leftFigure({ available_spots: left, over }: Seats): string {
  if (over > 0) return `${over} over`
  return left > 0 ? left.toLocaleString() : 'Full'
}

/** What a figure needs where no "Left" stands above it: "6 left", but "Full". */
export const leftNoun = ({ available_spots: left, over }: Seats) =>
  over === 0 && left > 0 ? 'left' : undefined

/** "Fri 15 May, 6:45"; for a retreat "Fri 5 June to Fri 12 June" */
export function whenShort({ session_type, start_time, end_time, time_zone: zone }: When): string {
  const first = shortDay(start_time, zone)
  if (session_type === 'session') return `${first}, ${clock(start_time, zone)}`
  return dayKey(start_time, zone) === dayKey(end_time, zone)
    ? first
    : `${first} to ${shortDay(end_time, zone)}`
}

/** "Thursday 14 May, 18:30 to 19:45, Amsterdam time" */
export function whenLong(session: When): string {
  const { start_time: start, end_time: end, time_zone: zone } = session
  const place = `${zonePlace(zone)} time`
  if (dayKey(start, zone) === dayKey(end, zone)) {
    return `${day(start, zone)}, ${span(start, end, zone)}, ${place}`
  }
  return `${day(start, zone)}, ${clock(start, zone)} to ${day(end, zone)}, ${clock(end, zone)}, ${place}`
}

/** In a calendar, beside the hour: "5 of 12"; what cannot be booked says why. */
export function calendarFigure(session: Seats, status: DeskStatus): string {
  return status === 'draft' || status === 'cancelled' ? STATUS_WORDS[status] : takenOf(session)
}

/** In a calendar, where the hour of a first day stands: "Day 2 of 5" */
export const dayOfRetreat = (day: number, all: number) => `Day ${day} of ${all}`

export const TYPE_WORDS = { session: 'Session', retreat: 'Retreat' } as const

export const STATUS_WORDS = {
  draft: 'Draft',
  coming: 'Published',
  running: 'On now',
  past: 'Past',
  cancelled: 'Cancelled',
} as const

/** What sets one apart from those that can be booked: "Retreat", "Draft", "Retreat, cancelled". */
export function remarkOf(
  { session_type: type }: Typed,
  status: DeskStatus,
  all?: DeskStatus,
): string {
  const parts = [
    type === 'retreat' ? TYPE_WORDS[type] : '',
    status === 'coming' || status === all ? '' : STATUS_WORDS[status].toLowerCase(),
  ]
  return capital(parts.filter(Boolean).join(', '))
}

export const SHOW_WORDS = {
  coming: 'Coming',
  past: 'Past',
  drafts: 'Drafts',
  cancelled: 'Cancelled',
  all: 'All',
} as const

/** "Two seats over its capacity of 12. Nobody loses a seat; nothing is sold until there is room." */
export function overSentence({ over, capacity, session_type: type }: Seats & Typed): string {
  return `${partyWords(over, type)} over its capacity of ${capacity}. Nobody loses a ${seatNoun(type).one}; nothing is sold until there is room.`
}

/** "At the same time you have Slow flow, Thu 14 May, 18:30." */
export function overlapWords({
  title,
  start_time,
  time_zone,
  status,
}: Pick<DeskSession, 'title' | 'start_time' | 'time_zone' | 'status'>): string {
  const draft = status === 'draft' ? ', a draft' : ''
  return `At the same time you have ${title}${draft}, ${bookedWhen(start_time, time_zone)}.`
}

/** What cancelling means for whom. Where the site sends no mail, none is promised. */
export function cancelConsequence(
  { taken, session_type: type }: Booked,
  sendsMail: boolean,
): string {
  if (taken === 0) return 'Nobody has booked it. It stays in your list as cancelled.'
  const letter = sendsMail ? 'Each of them also gets a letter.' : 'No mail is sent.'
  return `${partyWords(taken, type)} ${taken === 1 ? 'is' : 'are'} booked. Every booking in it ends, and whoever booked reads that, with your reason, at their seats. ${letter}`
}

/** "Two seats", "One place" */
export const partyWords = (size: number, type: DeskSession['session_type']) =>
  capital(seatWords(size, type))

/** "Thu 14 May, 9:58" */
export const bookedWhen = (at: string, zone: string) => `${shortDay(at, zone)}, ${clock(at, zone)}`

/** "until 14:20", "until Monday 0:22" */
export function offeredUntil(expiresAt: string, zone: string, now = Date.now()): string {
  const isToday = dayKey(expiresAt, zone) === dayKey(now, zone)
  return `until ${(isToday ? clock : weekdayClock)(expiresAt, zone)}`
}

export const NONE_WORDS = {
  coming: 'Nothing is planned yet.',
  past: 'Nothing is past yet.',
  drafts: 'No drafts.',
  cancelled: 'Nothing was cancelled.',
  all: 'No sessions yet.',
} as const

export const words = {
  today: 'Today',
  needsYou: 'Needs you',
  sessions: 'Sessions',
  bookings: 'Bookings',
  numbers: 'Numbers',
  notices: 'Notices',
  newSession: 'New session',
  calendar: 'Calendar',
  noneInMonth: 'Nothing is planned in this month.',
  pending:
    'Your account is waiting for approval. Until then you can prepare drafts; publishing opens with the approval.',
  couldNotTell:
    'We could not tell whether that worked. Press again; nothing is created or changed twice.',
  published: 'Published. It can be booked from now on.',
  cancelled: 'Cancelled. Every booking in it has ended.',
  signInAgain: 'Sign in again',
  signInAgainWhy: 'Your sign-in has ended. What is on this page stays as it is.',
  cancelThis: 'Cancel this session',
  cancelShort: 'Cancel',
  keepIt: 'Keep it',
  reason: 'Reason',
  reasonHint: 'Whoever booked reads it. You may leave it empty.',
  publish: 'Publish',
  pendingShort: 'Waits for approval',
  edit: 'Edit',
  attendees: 'Attendees',
  notNow: 'Not now',
  yourSessions: 'Your sessions',
  seeAsVisitors: 'See it as visitors do',
  more: 'Show more',
  wasCancelled: 'It was cancelled, and every booking in it ended.',
  isPast: 'It is over. It can be neither changed nor cancelled any more.',
  isHidden:
    'The people who run this site have hidden this session: it stands in no list, and only you and those who have booked see its page. Write to them if that surprises you.',
  isDraft: 'Nobody but you sees a draft, and nobody can book it.',
}
