import { inWords, plural } from '../ui/numbers'
import { clock, dayKey, type Instant, shortDay } from '../ui/times'
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

export const words = {
  title: 'Notices',
  markAll: 'Mark all read',
  markOne: 'Mark read',
  older: 'Older notices',
  none: 'Nothing has happened yet. Bookings and cancellations appear here.',
  loading: 'Notices are loading.',
  unreachable: 'Notices cannot be loaded just now. They are kept.',
  notMarked: 'That could not be marked just now. Try again in a moment.',
}
