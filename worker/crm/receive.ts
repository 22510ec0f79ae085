import { words } from '../bookings/words'
import type { Ctx } from '../context'
import { facilitatorInbox, withOneRetry } from '../durable-objects'
import { ApiError } from '../errors'
import { logError } from '../log'
import { iso } from '../sessions/session'
import { instantOf } from '../sessions/times'
import type { Notification } from './notification'
import { getZoneOf, insertOnce } from './queries'
import type { NotificationBody } from './schema'

/**
 * Logs what another system tells of a booking, then has its facilitator notified; both only once
 * for each booking and kind, so that a caller who heard nothing may simply say it again.
 * 503 when she could not be reached.
 */
export async function receive(ctx: Ctx, body: NotificationBody): Promise<Notification> {
  const { booking_id, kind, user, event, facilitator_id } = body
  const whose = { facilitatorId: facilitator_id, eventId: event.id }
  const timeZone = await getZoneOf(ctx.db, whose)
  const row = await insertOnce(ctx.db, {
    ...whose,
    bookingId: booking_id,
    kind,
    userId: user.id,
    userName: user.name,
    userEmail: user.email,
    eventTitle: event.title,
    eventStartTime: startTime(event.start_time, timeZone ?? 'UTC'),
    receivedAt: ctx.now,
  })
  // The log is the CRM's own, and may speak of people we do not know; they have no inbox.
  if (timeZone !== null) await notify(ctx, row, timeZone)
  return row
}

async function notify(ctx: Ctx, row: Notification, timeZone: string): Promise<void> {
  const name = row.userName || 'Someone'
  const title = row.eventTitle || 'a session'
  const say = row.kind === 'new_booking' ? words.booked : words.cancelled
  const event = {
    outside_id: row.id,
    received_at: row.receivedAt,
    session_id: row.eventId,
    type: row.kind,
    booking_id: row.bookingId,
    user: { id: row.userId, name },
    session: { id: row.eventId, title, start_time: row.eventStartTime, time_zone: timeZone },
    party_size: 1,
    timestamp: iso(row.receivedAt),
    message: say({ name, title, partySize: 1, type: 'session' }),
  }
  try {
    await withOneRetry(() => facilitatorInbox(ctx.env, row.facilitatorId).deliverOutside(event))
  } catch (error) {
    logError(error, ctx.requestId)
    throw new ApiError(
      'unavailable',
      'It is logged, but the facilitator could not be told. Send it again: it will not be there twice.',
    )
  }
}

/** ISO 8601, UTC. Without an offset it is what the clocks where it is held show. */
function startTime(text: string, timeZone: string): string {
  const at = instantOf(text, timeZone)
  if (at !== null) return iso(at)
  const message = 'A time such as 2027-01-15T09:00:00Z.'
  throw new ApiError('invalid', `event.start_time: ${message}`, [
    { path: 'event.start_time', message },
  ])
}
