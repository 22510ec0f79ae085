import { capital, counted, inWords, inWordsLong, plural } from '../ui/numbers'
import * as times from '../ui/times'
import type { SessionInList } from './sessions'

type Typed = Pick<SessionInList, 'session_type'>
type Placed = Pick<SessionInList, 'place_name' | 'place_address' | 'is_online'>
type Timed = Typed & Pick<SessionInList, 'start_time' | 'end_time' | 'time_zone'>
type Zoned = Pick<SessionInList, 'time_zone'>

/** A session has seats, a retreat has places. */
export const seatNoun = (type: SessionInList['session_type']) =>
  type === 'retreat'
    ? ({ one: 'place', other: 'places' } as const)
    : ({ one: 'seat', other: 'seats' } as const)

export function seats(count: number, type: SessionInList['session_type']): string {
  const noun = seatNoun(type)
  return plural(count, `# ${noun.one}`, `# ${noun.other}`, inWords(count))
}

/** "Two seats left"; "Full. Four are waiting." */
export function seatsLeft(
  session: Typed & Pick<SessionInList, 'available_spots' | 'waiting'>,
): string {
  const noun = seatNoun(session.session_type)
  if (session.available_spots > 0) {
    return `${counted(session.available_spots, noun.one, noun.other)} left`
  }
  if (session.waiting === 0) return 'Full'
  return `Full. ${waitWords(session)}`
}

/** "Four are waiting." */
export function waitWords({ waiting }: { waiting: number }): string {
  return capital(plural(waiting, '# is waiting.', '# are waiting.', inWords(waiting)))
}

/** For a row: "5 left", "Full". */
export function leftShort({ available_spots: left }: { available_spots: number }): string {
  return left > 0 ? `${left.toLocaleString()} left` : 'Full'
}

/** "Studio Noord, Zwart Janstraat 12", "online", or both. */
export function place(session: Placed): string | undefined {
  const parts = [session.place_name, session.place_address].filter(Boolean)
  if (session.is_online) parts.push(parts.length > 0 ? 'and online' : 'Online')
  return parts.length > 0 ? parts.join(', ') : undefined
}

/** In a list: who gives it and where. */
export function whoAndWhere(session: Placed & Pick<SessionInList, 'facilitator'>): string {
  const where = session.place_name ?? (session.is_online ? 'online' : undefined)
  return where ? `${session.facilitator}, ${where}` : session.facilitator
}

/** In a list of one facilitator's sessions: only where. */
export const whereShort = (session: Placed) =>
  session.place_name ?? (session.is_online ? 'Online' : undefined)

/** "Thursday 14 May, 18:30 to 19:45"; a retreat: "5–12 June · seven nights". */
export function when(session: Timed): string {
  const { start_time: start, end_time: end, time_zone: zone } = session
  if (hasHours(session)) return `${times.day(start, zone)}, ${times.span(start, end, zone)}`
  const nights = nightsWords(times.daysBetween(start, end, zone))
  const days = `${times.dayRange(start, end, zone)}, ${nights}`
  return session.session_type === 'retreat'
    ? days
    : `${times.day(start, zone)}, ${times.clock(start, zone)} to ${times.day(end, zone)}, ${times.clock(end, zone)}`
}

/** For a row of a list under the heading of its day. */
export function hours(session: Timed): string {
  const { start_time: start, end_time: end, time_zone: zone } = session
  return hasHours(session) ? times.span(start, end, zone) : times.dayRange(start, end, zone)
}

/** What lies within a day is told by its hours, all else by its days. */
export function hasHours(session: Timed): boolean {
  const { start_time: start, end_time: end, time_zone: zone } = session
  return times.daysBetween(start, end, zone) === 0 || isOneEvening(session)
}

/** "22:00 to 0:00" needs no second day: a session that runs past midnight is still that evening's. */
function isOneEvening({ session_type, start_time, end_time }: Timed): boolean {
  return (
    session_type === 'session' && Date.parse(end_time) - Date.parse(start_time) < 12 * 3_600_000
  )
}

/** "Amsterdam time. 17:30 where you are.", the second only where it differs. */
export function zoneWords(session: Timed, readersZone: string): string {
  const { time_zone: zone } = session
  const there = `${times.zonePlace(zone)} time.`
  const here = whereYouAre(session, readersZone)
  return here ? `${there} ${here}.` : there
}

/** "17:30 where you are", where clocks show another hour than the session's own. */
export function whereYouAre(session: Timed, readersZone: string): string | undefined {
  const { start_time: start, time_zone: zone } = session
  if (times.sameClock(start, zone, readersZone)) return undefined
  const sameDay = times.dayKey(start, zone) === times.dayKey(start, readersZone)
  const here = sameDay ? times.clock(start, readersZone) : times.weekdayClock(start, readersZone)
  return `${here} where you are`
}

/** "in London", behind an hour that is another where the reader is, or among hours of other zones. */
export function inPlace(session: Timed, among: Zoned[], readersZone: string): string | undefined {
  const { start_time: start, time_zone: zone } = session
  const isPlain =
    times.sameClock(start, zone, readersZone) && among.every((other) => other.time_zone === zone)
  return isPlain ? undefined : `in ${times.zonePlace(zone)}`
}

/** The sentence of the start page: how much is free, and when. */
export function freeSentence(left: number, day: string | undefined): string {
  const noun = left === 1 ? 'seat is' : 'seats are'
  return `${capital(inWordsLong(left))} ${noun} free ${day ?? 'soon'}`
}

/** The same where only retreats are ahead. */
export function retreatsSentence(left: number, retreats: number): string {
  const next = retreats === 1 ? 'retreat' : `${inWords(retreats)} retreats`
  const noun = left === 1 ? 'place is' : 'places are'
  return `${capital(inWordsLong(left))} ${noun} free in the next ${next}`
}

/** Of a day to come: "38 left", "Full" */
export const dayLeft = (left: number) => leftShort({ available_spots: left })

/** "One session", "Three sessions" */
export const sessionsCounted = (count: number) => counted(count, 'session', 'sessions')

export function nightsWords(nights: number): string {
  return plural(nights, '# night', '# nights', inWords(nights))
}

export const words = {
  with: (type: SessionInList['session_type']) =>
    type === 'retreat' ? 'Retreat with' : 'Session with',
  home: 'Sessions and retreats',
  homeLede:
    'Classes, workshops and retreats. Every dot is a seat, counted this moment. Sit down in one.',
  homeEmptyLede: 'Sessions and retreats will stand here, each with its seats.',
  roomReady: 'The room is ready.',
  planFirst: 'You lead sessions? Plan the first one',
  allComing: 'All that is coming',
  daysAhead: 'The days after',
  retreatsAhead: 'Retreats ahead',
  howItWorks: 'How it works',
  howSentences: [
    'A ring is a room seen from above. Filled dots are taken, hollow ones are free, and the colour is the light at the hour it begins.',
    'Book a seat and it is yours at once; nobody else can be given the same one. What it costs and how to pay stands beside it.',
    'If you cannot come, cancel, and the seat is free for somebody else. Until when that is free is said before you book.',
  ],
  nothingPlanned: 'Nothing is planned yet.',
  allFull: 'Every seat is taken for now',
  everybody: 'Show everybody’s',
}

/** "5–12 June, seven nights, Ardèche" */
export function retreatFacts(session: Timed & Placed): string {
  const { start_time: start, end_time: end, time_zone: zone } = session
  const nights = times.daysBetween(start, end, zone)
  const days = nights === 0 ? times.day(start, zone) : times.dayRange(start, end, zone)
  const length = nights === 0 ? times.span(start, end, zone) : nightsWords(nights)
  return [days, length, session.place_name].filter(Boolean).join(', ')
}
