import { z } from 'zod'
import { bookingFields, position, recorded } from '../bookings/answers'
import { DECISIONS } from '../bookings/decision'
import { SESSION_STATUSES, SESSION_TYPES } from '../db/schema'
import { count, id, instant, message, money, timeZone } from '../openapi/operation'
import { ownSession, session } from '../sessions/answers'

const attendee = z.object({ id, name: z.string(), email: z.string() })

/** Of one session. */
export const attendeeBooking = z
  .object({ ...bookingFields, position, user: attendee })
  .meta({ id: 'AttendeeBooking' })

/** Of all her sessions, so it says which. */
export const deskBooking = attendeeBooking
  .extend({
    session: z.object({
      id,
      title: z.string(),
      session_type: z.enum(SESSION_TYPES),
      start_time: instant,
      time_zone: timeZone,
    }),
  })
  .meta({ id: 'DeskBooking' })

export const changedForVisitor = z.object({ message, booking: deskBooking, recorded })

export const checkedIn = changedForVisitor.extend({
  already: z.boolean().meta({ description: 'They were in before; this changed nothing.' }),
})

export const addedAttendee = changedForVisitor.extend({
  booking_id: id,
  undo_until: instant.nullable().meta({
    description: 'Until then this booking may be cancelled also when they are in, or it has begun.',
  }),
  session: z.object({ id, available_spots: count, taken: count }),
})

export const decision = z
  .object({
    id,
    at: instant,
    kind: z.enum(DECISIONS),
    booking_id: id.nullable(),
    user: z.object({ id, name: z.string() }).nullable(),
    party_size: count,
    free: count.meta({ description: 'Seats that were free when it was decided.' }),
    capacity: z.int().min(1),
    until: instant.nullable().meta({ description: 'When an offer ends.' }),
    message,
  })
  .meta({ id: 'Decision' })

/** RFC 7517; what verifies door codes. */
export const keySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      alg: z.string(),
      use: z.string(),
    }),
  ),
})

export const overlap = z.object({
  id,
  title: z.string(),
  start_time: instant,
  end_time: instant,
  time_zone: timeZone,
  status: z.enum(SESSION_STATUSES),
})

export const deskSession = ownSession
  .extend({
    bookings_count: count.meta({ description: 'Confirmed, attended and no-show.' }),
    booked_value: money,
  })
  .meta({ id: 'DeskSession' })

export const dashboard = z.object({
  metrics: z.object({
    total_sessions: count,
    active_sessions: count,
    upcoming_sessions: count,
    total_bookings: count,
    total_revenue: money,
    currency: z.string(),
  }),
  recent_bookings: z.array(deskBooking.extend({ status: z.enum(['confirmed', 'cancelled']) })),
})

/** Her email is nobody’s business. */
export const facilitator = z
  .object({
    id,
    name: z.string(),
    bio: z.string(),
    specialization: z.string(),
    coming_sessions: count,
  })
  .meta({ id: 'Facilitator' })

export const facilitatorWithSessions = facilitator
  .extend({ sessions: z.array(session) })
  .meta({ id: 'FacilitatorWithSessions' })

export const sentMessage = z.object({
  message,
  message_id: id,
  recipients: count,
  sent_at: instant,
  recall_until: instant.meta({
    description: 'Until then it can be taken back; letters leave later.',
  }),
})

export const recalledMessage = z.object({ message })

const date = z.string().meta({ format: 'date' })
const counted = { bookings: count, seats: count, cancelled: count, booked_value: money }

export const statistics = z.object({
  from: date,
  to: date,
  time_zone: timeZone,
  currency: z.string(),
  totals: z.object(counted),
  days: z
    .array(z.object({ date, ...counted }))
    .meta({ description: 'Empty where there are more than 366.' }),
  unit: z.enum(['day', 'week', 'month', 'year']).meta({ description: 'What a period is.' }),
  periods: z
    .array(z.object({ from: date, to: date, ...counted }))
    .meta({ description: 'The same days, put together; the first and last may be cut.' }),
  fill: z.array(
    z.object({
      weekday: z.int().min(1).max(7).meta({ description: 'Monday is 1.' }),
      hour: z.int().min(0).max(23),
      sessions: count,
      seats: count,
      capacity: count,
    }),
  ),
  lead_times: z.array(z.object({ from_hours: count, to_hours: count.nullable(), bookings: count })),
  waiting_list: z
    .object({
      joined: count,
      seated: count,
      offered: count,
      waiting: count,
      went_without: count,
    })
    .meta({ description: 'Of those who joined in these days, and where they stand now.' }),
  cancellations: z.object({
    by_user: count,
    by_facilitator: count,
    by_session: count,
    late: count,
  }),
})
