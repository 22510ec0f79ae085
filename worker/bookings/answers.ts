import { z } from 'zod'
import { BOOKING_STATES, SESSION_STATUSES, SESSION_TYPES } from '../db/schema'
import { count, id, instant, message, money, timeZone } from '../openapi/operation'

/** What every reader of a booking gets. */
export const bookingFields = {
  id: id.meta({ description: 'Its session’s id times a million, and which of its bookings.' }),
  booking_status: z.enum(['confirmed', 'cancelled']),
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
  late: z.boolean().meta({ description: 'Cancelled after the free time had passed.' }),
  updated_at: instant,
}

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
  .object({ ...bookingFields, session: bookedSession })
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

export const cancelledBooking = z.object({ message, booking, recorded })
