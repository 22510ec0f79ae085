import { z } from 'zod'
import { booking } from '../bookings/answers'
import { SESSION_STATUSES, SESSION_TYPES, WAITLIST_POLICIES } from '../db/schema'
import { count, id, instant, message, money, timeZone } from '../openapi/operation'

const shownToAll = {
  id,
  title: z.string(),
  description: z.string(),
  facilitator: z.string().meta({ description: 'Her name.' }),
  facilitator_id: id,
  session_type: z.enum(SESSION_TYPES),
  status: z.enum(SESSION_STATUSES),
  start_time: instant,
  end_time: instant,
  time_zone: timeZone,
  capacity: z.int().min(1),
  price: money,
  currency: z.string(),
  payment_note: z.string().nullable(),
  place_name: z.string().nullable(),
  place_address: z.string().nullable(),
  is_online: z.boolean(),
  what_to_expect: z.string().nullable(),
  days: z.array(z.object({ date: z.string(), title: z.string(), text: z.string() })),
  booking_closes_hours: count,
  free_cancel_hours: count,
  waitlist_policy: z.enum(WAITLIST_POLICIES),
  promotion_closes_hours: count,
  promotion_closes_at: instant.meta({
    description: 'From then on what comes free is open to all.',
  }),
  moved_at: instant.nullable().meta({ description: 'To another time or place, the last time.' }),
  moved_free_until: instant
    .nullable()
    .meta({ description: 'Until then who had booked before may cancel freely.' }),
  cancel_reason: z.string().nullable(),
  taken: count,
  pending: count.meta({ description: 'Of those taken: held or offered, and not confirmed.' }),
  waiting: count,
  available_spots: count.meta({ description: 'Seats that can be booked directly.' }),
  over: count.meta({ description: 'Seats taken above the capacity.' }),
  created_at: instant,
}

const shownToBooked = {
  online_url: z.string().nullable(),
  arrival_note: z.string().nullable(),
  hidden_at: instant.nullable().meta({
    description: 'By the operators; only its facilitator and who booked see it since.',
  }),
}

export const session = z.object(shownToAll).meta({ id: 'Session' })

export const foundSession = session
  .extend({
    online_url: shownToBooked.online_url.optional(),
    arrival_note: shownToBooked.arrival_note.optional(),
    hidden_at: shownToBooked.hidden_at.optional(),
    my_booking: booking
      .nullable()
      .optional()
      .meta({ description: 'Of who is signed in; absent for strangers.' }),
    exact: z.boolean().meta({ description: 'Counted at the desk; else a copy that may lag.' }),
    as_of: instant,
  })
  .meta({ id: 'SessionFound' })

/** To its own facilitator. */
export const ownSession = session.extend(shownToBooked).meta({ id: 'OwnSession' })

export const createdSession = z.object({
  message,
  session_id: id,
  session: ownSession,
  warnings: z
    .array(z.string())
    .optional()
    .meta({ description: 'Sentences to read, such as what else she gives at that time.' }),
})

export const amendedSession = createdSession.extend({
  over: count.optional().meta({ description: 'Seats sold above the new capacity.' }),
})

export const duplicatedSession = z.object({
  message,
  session_ids: z.array(id),
  sessions: z.array(ownSession),
})
