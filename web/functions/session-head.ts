import type { SessionOut } from '../../worker/sessions/session'
import { hourField } from '../src/ui/hour'
import { hourAt } from '../src/ui/times'
import type { Head } from './head'
import { describeSession, words } from './words'

/** A session as a stranger reads it. */
export type PublicSession = SessionOut

type Site = { name: string; origin: string }

/** What a link to a session shows: words, one of the seven pictures, and data for search engines. */
export function sessionHead(session: PublicSession, site: Site, now: number): Head {
  const title = session.status === 'cancelled' ? words.cancelledTitle(session.title) : session.title
  const url = `${site.origin}/sessions/${session.id}`
  const picture = { url: pictureOf(session, site), words: words.pictureWords }
  return {
    title: `${title} · ${site.name}`,
    description: describeSession(session, now),
    siteName: site.name,
    url,
    picture,
    data: eventOf(session, site, { url, picture: picture.url, now }),
  }
}

function pictureOf({ session_type, start_time, time_zone }: PublicSession, { origin }: Site) {
  const field = session_type === 'retreat' ? 'retreat' : hourField(hourAt(start_time, time_zone))
  return `${origin}/previews/${field}.png`
}

type Around = { url: string; picture: string; now: number }

/** https://schema.org/Event */
function eventOf(session: PublicSession, site: Site, { url, picture, now }: Around) {
  const organizer = {
    '@type': 'Person',
    name: session.facilitator,
    url: `${site.origin}/facilitators/${session.facilitator_id}`,
  }
  const isToCome = session.status === 'active' && now < Date.parse(session.start_time)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: session.title,
    ...(session.description ? { description: session.description } : {}),
    url,
    image: [picture],
    startDate: withOffset(session.start_time, session.time_zone),
    endDate: withOffset(session.end_time, session.time_zone),
    eventStatus: schema(session.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'),
    eventAttendanceMode: schema(attendanceOf(session)),
    location: locationsOf(session, url),
    organizer,
    performer: organizer,
    ...(isToCome ? { offers: offerOf(session, url) } : {}),
  }
}

function attendanceOf({ is_online, place_name, place_address }: PublicSession) {
  if (!is_online) return 'OfflineEventAttendanceMode'
  return place_name || place_address ? 'MixedEventAttendanceMode' : 'OnlineEventAttendanceMode'
}

/** The address of an online session is for those who booked: for strangers it is its page. */
function locationsOf(
  { is_online, place_name, place_address, time_zone }: PublicSession,
  url: string,
) {
  const online = is_online ? [{ '@type': 'VirtualLocation', url }] : []
  if (is_online && !place_name && !place_address) return online
  // A place is asked for; where none is written, the zone says at least in which city's clocks.
  const name = place_name ?? place_address ?? time_zone
  return [{ '@type': 'Place', name, address: place_address ?? name }, ...online]
}

function offerOf({ price, currency, available_spots, created_at }: PublicSession, url: string) {
  return {
    '@type': 'Offer',
    price,
    priceCurrency: currency,
    availability: schema(available_spots > 0 ? 'InStock' : 'SoldOut'),
    validFrom: created_at,
    url,
  }
}

const schema = (name: string) => `https://schema.org/${name}`

/** "2026-05-14T18:30:00+02:00", the clock of the place. */
function withOffset(at: string, zone: string): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' } as const
  const wall = new Intl.DateTimeFormat('sv-SE', options).format(new Date(at)).replace(' ', 'T')
  const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName')?.value
  return `${wall}${offset?.slice('GMT'.length) || 'Z'}`
}
