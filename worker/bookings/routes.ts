import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { linkToNext } from '../paging'
import { idempotencyHeader, idParam, validate } from '../validate'
import { book } from './book'
import { type Booking, bookingOut, bookingStatus } from './booking'
import { cancel } from './cancel'
import { listMyBookings } from './list-mine'
import { bookBody, cancelBody, myQuery } from './schema'

/** Mounted at /api/bookings. */
export const bookings = new Hono<AppEnv>()
  .post('/', validate('header', idempotencyHeader), validate('json', bookBody), async (c) => {
    const asked = c.req.valid('json')
    const { booking, session, facilitator, seats, recorded } = await book(c.get('ctx'), {
      sessionId: asked.session_id,
      partySize: asked.party_size,
      names: asked.names,
      notes: asked.notes,
      key: c.req.valid('header')['idempotency-key'],
    })
    return c.json(
      {
        message: sayBooked(booking),
        booking_id: booking.id,
        booking: bookingOut(booking, session, seats, facilitator),
        recorded,
        session: { id: session.id, available_spots: seats.available, taken: seats.taken },
      },
      201,
    )
  })
  .get('/my', validate('query', myQuery), async (c) => {
    const { items, next } = await listMyBookings(c.get('ctx'), c.req.valid('query'))
    return c.json(items, 200, linkToNext(c.req.url, next))
  })
  .post('/:id/cancel', validate('param', idParam), validate('json', cancelBody), async (c) => {
    const { booking, session, seats, facilitator, recorded } = await cancel(c.get('ctx'), {
      bookingId: c.req.valid('param').id,
      reason: c.req.valid('json').reason,
    })
    const message =
      booking.partySize === 1 ? 'Your seat is given back.' : 'Your seats are given back.'
    return c.json(
      { message, booking: bookingOut(booking, session, seats, facilitator), recorded },
      200,
    )
  })

/** A key that comes again gets its booking as it is now. */
function sayBooked({ state, partySize }: Booking): string {
  if (bookingStatus(state) !== 'confirmed') return 'This booking has ended since.'
  return partySize === 1 ? 'You have a seat.' : `You have ${partySize} seats.`
}
