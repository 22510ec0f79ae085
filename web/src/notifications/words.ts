import type { Notice } from '../../../worker/notifications/messages'
import { inWords, plural } from '../ui/numbers'
import { clock, dayKey, type Instant, shortDay } from '../ui/times'
import type { Filter, Kind } from './history'
import { type Away, type Connection, missed } from './inbox-store'

export const CONNECTION_WORDS: Record<Connection, string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting. Nothing is lost.',
  offline: 'You are offline.',
  'signed-out': 'Signed out. Notices wait for you.',
  crowded: 'Too many windows are open; this one has stopped listening.',
}

/** "While you were away, 8:12 to 10:30: three notices" */
export function awaySentence(away: Away, zone: string, locale?: string): string {
  const from = clock(away.fromMs, zone, locale)
  const to = clock(away.toMs, zone, locale)
  const isOneDay = dayKey(away.fromMs, zone) === dayKey(away.toMs, zone)
  const start = isOneDay ? from : `${shortDay(away.fromMs, zone, away.toMs, locale)}, ${from}`
  const when = isOneDay && from === to ? from : `${start} to ${to}`
  const count = missed(away)
  return `While you were away, ${when}: ${plural(count, '# notice', '# notices', inWords(count))}`
}

/** "now", "4 min", "9:58", "Thu 14 May": as much as one needs to know how long ago it was. */
export function noticeAge(at: Instant, now: number, zone: string, locale?: string): string {
  const minutes = Math.floor((now - new Date(at).getTime()) / 60_000)
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  if (dayKey(at, zone) === dayKey(now, zone)) return clock(at, zone, locale)
  return shortDay(at, zone, now, locale)
}

export function unreadWords(unread: number): string {
  return plural(unread, '# unread', '# unread', inWords(unread))
}

export const KIND_WORDS: Record<Kind, string> = {
  all: 'All',
  bookings: 'Bookings',
  cancellations: 'Cancellations',
  waiting: 'Waiting list',
  sessions: 'Sessions',
}

/** "No booking of this session is unread." */
export function noneOf({ kind, session, unread }: Filter): string {
  if (!kind && !session && !unread) return words.none
  const what = kind ? NONE_OF[kind] : 'Nothing'
  const where = session ? ' in this session' : ''
  return unread ? `${what}${where} is unread.` : `${what}${where} is kept of the last 90 days.`
}

const NONE_OF: Record<Exclude<Kind, 'all'>, string> = {
  bookings: 'No booking',
  cancellations: 'No cancellation',
  waiting: 'Nothing of a waiting list',
  sessions: 'No cancelled session',
}

export type Choosable = Pick<Notice['session'], 'id' | 'title' | 'start_time' | 'time_zone'>

/** "Dawn sit, Fri 15 May", to choose by */
export function sessionChoice({ title, start_time, time_zone }: Choosable): string {
  return `${title}, ${shortDay(start_time, time_zone)}`
}

export const words = {
  title: 'Notices',
  markAll: 'Mark all read',
  markOne: 'Mark read',
  markedOne: 'Marked as read.',
  markedAll: 'All are marked as read.',
  older: 'Older notices',
  none: 'Nothing has happened yet.',
  noneYet: 'Bookings and cancellations appear here.',
  loading: 'Notices are loading.',
  unreachable: 'Notices cannot be loaded just now. They are kept.',
  history: 'All notices, and sound',
  kinds: 'Which notices',
  bySession: 'Session',
  everySession: 'All sessions',
  thisSession: 'This session',
  lately: 'In the newest notices',
  others: 'Others of yours',
  moreSessions: 'More sessions to choose from',
  onlyUnread: 'Only unread',
  sound: 'Sound',
  soundOn: 'Two soft tones for a new booking',
  soundHint: 'In this browser, while the desk is open in a window.',
  volume: 'Volume',
  hear: 'Hear it',
  quietFrom: 'Quiet from',
  quietUntil: 'Quiet until',
  quietHint: 'By the clock of this device. The same hour twice: never quiet.',
  notMarked: 'That could not be marked just now. Try again in a moment.',
}
