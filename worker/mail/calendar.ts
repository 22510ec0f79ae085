import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { Env } from '../env'
import type { Reader } from './composed'
import type { MailEvent } from './mail-event'
import { oneLine } from './render'
import { sender } from './sender'
import { siteLinks } from './site-links'

/** An entry for a calendar: a new one, a later state of one, or its end. */
export type Calendar = { method: 'REQUEST' | 'CANCEL'; content: string }

/**
 * The same UID for all of a booking's life and a SEQUENCE that rises with each change at the desk:
 * by these a calendar moves or removes the entry it has, whatever arrives late.
 */
export function calendarOf(
  env: Env,
  { session, booking, rev, at }: MailEvent,
  reader: Reader,
  takesPlace: boolean,
): Calendar {
  const { host, myBookings } = siteLinks(env)
  const { name, email } = sender(env)
  const method = takesPlace ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL
  const place = [session.placeName, session.placeAddress]
    .filter((part) => part !== null)
    .map(plain)
    .join(', ')
  const calendar = ical({ method, prodId: { company: 'Stillpoint', product: 'Stillpoint' } })
  calendar.createEvent({
    id: `booking-${booking.id}@${host}`,
    sequence: rev,
    stamp: new Date(at),
    start: new Date(session.startTime),
    end: new Date(session.endTime),
    summary: plain(session.title),
    location: place || session.onlineUrl,
    description: takesPlace && session.arrivalNote ? session.arrivalNote : null,
    url: myBookings,
    status: takesPlace ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: { name: quotable(name), email: env.CONTACT_EMAIL || email },
    attendees: [
      {
        name: quotable(reader.name),
        email: reader.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      },
    ],
  })
  return { method, content: calendar.toString() }
}

const plain = (text: string) => oneLine(text, 500)

/** A parameter's value stands in quotes and knows no way to escape one. */
function quotable(name: string): string {
  return oneLine(name).replaceAll('"', "'")
}
