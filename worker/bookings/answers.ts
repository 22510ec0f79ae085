import { z } from 'zod'
import { BOOKED_BY, BOOKING_STATES, SESSION_STATUSES, SESSION_TYPES } from '../db/schema'
import { count, id, instant, message, money, timeZone } from '../openapi/operation'

/** What every reader of a booking gets. */
export const bookingFields = {
  id: id.meta({ description: 'Its session’s id times a million, and which of its bookings.' }),
  booking_status: z
    .enum(['confirmed', 'cancelled', 'waitlisted', 'offered'])
    .meta({ description: 'The last two only in answers about a waiting list.' }),
  state: z.enum(BOOKING_STATES),
  attendance: z.enum(['attended', 'no_show']).nullable(),
  booking_date: instant,
  notes: z.string(),
  party_size: z.int().min(1),
  names: z.array(z.string()).meta({ description: 'Who else comes.' }),
  price: money.meta({ description: 'Per seat, as agreed when it was booked.' }),
  total: money,
  currency: z.string(),
  cancelled_by: z.enum(['user', 'facilitator', 'session']).nullable(),
  cancel_reason: z.string().nullable(),
  late: z
    .boolean()
    .meta({ description: 'Given back, all or some of it, after the free time had passed.' }),
  booked_by: z.enum(BOOKED_BY),
  waited_at: instant.nullable().meta({ description: 'When it joined the waiting list.' }),
  expires_at: instant.nullable().meta({ description: 'When what is offered is offered on.' }),
  checked_in_at: instant.nullable(),
  updated_at: instant,
}

export const position = z.int().min(1).nullable().meta({
  description: 'Among those who wait; 1 is next. Null for who does not, or while unknown.',
})

const bookedSession = z.object({
  id,
  title: z.string(),
  session_type: z.enum(SESSION_TYPES),
  status: z.enum(SESSION_STATUSES),
  start_time: instant,
  end_time: instant,
  time_zone: timeZone,
  facilitator: z.string(),
  facilitator_id: id,
  capacity: z.int().min(1),
  taken: count,
  pending: count,
  waiting: count,
  available_spots: count,
  payment_note: z.string().nullable(),
  place_name: z.string().nullable(),
  place_address: z.string().nullable(),
  online_url: z.string().nullable().meta({ description: 'While the seat is theirs.' }),
  arrival_note: z.string().nullable().meta({ description: 'While the seat is theirs.' }),
  free_cancel_hours: count,
  cancel_reason: z.string().nullable(),
})

/** As its own user reads it. */
export const booking = z
  .object({
    ...bookingFields,
    position,
    place_kept_until: instant.nullable().meta({
      description:
        'Whoever left the list by themselves can undo it until then, by joining with `old_place`.',
    }),
    free_cancel_until: instant.nullable().meta({
      description: 'Giving it back later counts as late. Null where nothing is to be given.',
    }),
    ticket: z.string().nullable().meta({
      description:
        'The code for the door, a JWS: to its own user, while there is something to come to.',
    }),
    session: bookedSession,
  })
  .meta({ id: 'Booking' })

export const recorded = z
  .boolean()
  .meta({ description: 'False: it is done, and lists will show it in a moment.' })

export const madeBooking = z.object({
  message,
  booking_id: id,
  booking,
  recorded,
  session: z.object({ id, available_spots: count, taken: count }),
})

export const changedBooking = z.object({ message, booking, recorded })

/** Of who may see it by its letter alone. */
export const shownOffer = z.object({ booking })

export const waitingBooking = booking
  .extend({
    overlaps: z
      .array(
        z.object({
          booking_id: id,
          title: z.string(),
          start_time: instant,
          end_time: instant,
          time_zone: timeZone,
        }),
      )
      .meta({ description: 'One’s other bookings at that time. Advice, never a refusal.' }),
  })
  .meta({ id: 'WaitingBooking' })

const counts = { capacity: z.int().min(1), taken: count, pending: count, waiting: count }

export const availability = z.object({
  as_of: instant,
  sessions: z.array(
    z.object({ id, status: z.enum(SESSION_STATUSES), ...counts, available_spots: count }),
  ),
})
