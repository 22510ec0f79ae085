import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Ctx } from '../context'
import { oneLine } from '../mail/render'
import { findSession } from './read'

/**
 * An entry for anybody's calendar, of what everybody may read: where to be online and how to get in
 * comes by letter to who booked. `origin` is the address the site was asked by.
 */
export async function findCalendarFile(ctx: Ctx, id: number, origin: string) {
  const session = await findSession(ctx, id)
  const site = new URL(ctx.env.SITE_URL || origin)
  const place = [session.place_name, session.place_address].filter((part) => part !== null)
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Stillpoint', product: 'Stillpoint' },
  })
  calendar.createEvent({
    // Read again, it is the same entry: the calendar replaces the one it has.
    id: `session-${id}@${site.hostname}`,
    stamp: new Date(ctx.now),
    start: new Date(session.start_time),
    end: new Date(session.end_time),
    summary: oneLine(session.title, 500),
    location:
      place.map((part) => oneLine(part, 500)).join(', ') || (session.is_online ? 'Online' : null),
    description: [`With ${session.facilitator}.`, session.description].filter(Boolean).join('\n\n'),
    url: new URL(`/sessions/${id}`, site).href,
    status: session.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return { name: `session-${id}.ics`, body: calendar.toString() }
}
