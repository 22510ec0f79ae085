import { DESCRIPTION } from '../src/site/description'
import { money } from '../src/ui/numbers'
import * as times from '../src/ui/times'
import type { PublicSession } from './session-head'

/*
 * What a link says where it is shared. Whoever makes the preview sits anywhere and keeps it for
 * long: one language, the session's own zone, and no count of seats.
 */
const LOCALE = 'en-GB'

export const words = {
  notFound: 'Not found',
  home: DESCRIPTION,
  cancelledTitle: (title: string) => `Cancelled: ${title}`,
  pictureWords: 'A circle of seats seen from above, one of them marigold.',
}

/** "Thursday 14 May, 18:30 to 19:45, Amsterdam time. With Marije at Studio Noord. €18. …" */
export function describeSession(session: PublicSession, now: number): string {
  const where = session.place_name ?? (session.is_online ? 'online' : undefined)
  const place = where === 'online' ? ' online' : where ? ` at ${where}` : ''
  const facts = [
    stateWords(session, now),
    `${when(session, now)}.`,
    `With ${session.facilitator}${place}.`,
    `${money(session.price, session.currency, LOCALE)}.`,
    session.description ?? '',
  ]
  return shortened(facts.filter(Boolean).join(' '))
}

export function describeFacilitator(profile: {
  name: string
  specialization: string
  bio: string
}): string {
  const { name, specialization, bio } = profile
  const facts = [specialization && `${specialization}.`, bio].filter(Boolean).join(' ')
  return shortened(facts || `Sessions and retreats with ${name}.`)
}

function stateWords({ status, session_type, end_time }: PublicSession, now: number) {
  if (status === 'cancelled') return `This ${session_type} was cancelled.`
  return now >= Date.parse(end_time) ? `This ${session_type} is over.` : ''
}

const ONE_EVENING_MS = 12 * 3_600_000

function when({ start_time: start, end_time: end, time_zone: zone }: PublicSession, now: number) {
  const isOneDay =
    times.daysBetween(start, end, zone) === 0 ||
    Date.parse(end) - Date.parse(start) < ONE_EVENING_MS
  if (!isOneDay) return times.dayRange(start, end, zone, now, LOCALE)
  const day = times.day(start, zone, now, LOCALE)
  const [from, to] = [start, end].map((at) => times.clock(at, zone, LOCALE))
  return `${day}, ${from} to ${to}, ${times.zonePlace(zone)} time`
}

const LONGEST = 220

/** One line, cut between words. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`
}
