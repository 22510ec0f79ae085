import { capital, inWords, plural } from '../ui/numbers'
import * as times from '../ui/times'
import type { SessionInList } from './sessions'
import { seatNoun } from './words'

/* What only a session's own page says; apart, so that no other page waits for it. */

type Placed = Pick<SessionInList, 'place_name' | 'place_address' | 'is_online'>
type Timed = Pick<SessionInList, 'session_type' | 'start_time' | 'end_time' | 'time_zone'>

export const pageWords = {
  own: (type: Timed['session_type']) =>
    `This is your own ${type}; its ${seatNoun(type).other} are for others.`,
  toDesk: 'Open it at your desk',
  draft: 'This is a draft. Only you can see it.',
  hidden:
    'The people who run this site have hidden this session. Only its facilitator and those who have booked see this page.',
  goodToKnow: 'Good to know',
  place: 'Place',
  booking: 'Booking',
  paying: 'Paying',
  cancelling: 'Cancelling',
  whatToExpect: 'What to expect',
  dayByDay: 'Day by day',
  whoLeads: 'Who leads it',
  keepTheDate: 'Keep the date',
  addToCalendar: 'Add to calendar',
  calendarFile: 'Calendar file',
  googleCalendar: 'Google Calendar',
  outlook: 'Outlook',
  share: 'Share this page',
  copied: 'The link is copied.',
  notCopied: (url: string) => `It could not be copied. The link is ${url}`,
  offlineCopy: 'Seats may be a moment behind; booking counts them again.',
}

export function heldWords({ pending }: { pending: number }): string | undefined {
  if (pending === 0) return undefined
  return `${capital(inWords(pending))} more ${pending === 1 ? 'is' : 'are'} offered to someone waiting.`
}

/** Where to be; the way into a room online is for those who have booked. */
export function whereToBe(session: Placed): string | undefined {
  const here = [session.place_name, session.place_address].filter(Boolean).join(', ')
  if (!session.is_online) return here || undefined
  const online = 'the link comes once you have booked'
  return here ? `${here}; also online, ${online}.` : `Online; ${online}.`
}

/** "Until it begins.", "Until Wed 13 May, 16:30; that is two hours before it begins." */
export function bookableUntil(session: Timed & Pick<SessionInList, 'booking_closes_hours'>) {
  const { start_time: start, time_zone: zone, booking_closes_hours: hours } = session
  if (hours === 0) return 'Until it begins.'
  const at = Date.parse(start) - hours * 3_600_000
  const before = plural(hours, '# hour', '# hours', inWords(hours))
  return `Until ${times.shortDay(at, zone)}, ${times.clock(at, zone)}; that is ${before} before it begins.`
}

/** A retreat also begins and ends at an hour. */
export function arrival(session: Timed): string | undefined {
  const { start_time: start, end_time: end, time_zone: zone } = session
  const isWritten = session.session_type === 'session' || times.daysBetween(start, end, zone) === 0
  if (isWritten) return undefined
  return `Begins ${times.weekdayClock(start, zone)}, ends ${times.weekdayClock(end, zone)}.`
}
