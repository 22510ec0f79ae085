import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { linkToNext } from '../paging'
import { idempotencyHeader, idParam, validate } from '../validate'
import { accept } from './accept'
import { book } from './book'
import { type Booking, bookingStatus } from './booking'
import { cancel } from './cancel'
import type { Booked } from './commands'
import { decline } from './decline'
import { leave } from './leave'
import { listMyBookings } from './list-mine'
import { ownBookingOut } from './own-booking'
import { reduce } from './reduce'
import { answerBody, bookBody, cancelBody, myQuery, reduceBody } from './schema'
import { toVisitor } from './words'

/** Mounted at /api/bookings. */
export const bookings = new Hono<AppEnv>()
  .post('/', validate('header', idempotencyHeader), validate('json', bookBody), async (c) => {
    const asked = c.req.valid('json')
    const booked = await book(c.var.ctx, {
      sessionId: asked.session_id,
      partySize: asked.party_size,
      names: asked.names,
      notes: asked.notes,
      key: c.req.valid('header')['idempotency-key'],
    })
    const { booking, session, seats, recorded } = booked
    return c.json(
      {
        message: has(booked),
        booking_id: booking.id,
        booking: await ownBookingOut(c.var.ctx, booked),
        recorded,
        session: { id: session.id, available_spots: seats.available, taken: seats.taken },
      },
      201,
    )
  })
  .get('/my', validate('query', myQuery), async (c) => {
    const { items, next } = await listMyBookings(c.var.ctx, c.req.valid('query'))
    return c.json(items, 200, linkToNext(c.req.url, next))
  })
  .post('/:id/cancel', validate('param', idParam), validate('json', cancelBody), async (c) => {
    const cancelled = await cancel(c.var.ctx, {
      bookingId: c.req.valid('param').id,
      reason: c.req.valid('json').reason,
    })
    const { booking, session, recorded } = cancelled
    const message =
      booking.state === 'cancelled'
        ? toVisitor.cancelled(booking.partySize, session.sessionType)
        : toVisitor.left
    return c.json({ message, booking: await ownBookingOut(c.var.ctx, cancelled), recorded }, 200)
  })
  .post('/:id/reduce', validate('param', idParam), validate('json', reduceBody), async (c) => {
    const { party_size: partySize, names } = c.req.valid('json')
    const asked = { bookingId: c.req.valid('param').id, partySize, names }
    const reduced = await reduce(c.var.ctx, asked)
    const { recorded } = reduced
    const booking = await ownBookingOut(c.var.ctx, reduced)
    return c.json({ message: standsAs(reduced), booking, recorded }, 200)
  })
  .post('/:id/accept', validate('param', idParam), validate('json', answerBody), async (c) => {
    const asked = { bookingId: c.req.valid('param').id, token: c.req.valid('json').token }
    const accepted = await accept(c.var.ctx, asked)
    const { recorded } = accepted
    const booking = await ownBookingOut(c.var.ctx, accepted)
    return c.json({ message: has(accepted), booking, recorded }, 200)
  })
  .post('/:id/decline', validate('param', idParam), validate('json', answerBody), async (c) => {
    const asked = { bookingId: c.req.valid('param').id, token: c.req.valid('json').token }
    const declined = await decline(c.var.ctx, asked)
    const message =
      declined.booking.state === 'declined' ? toVisitor.declined : toVisitor.offerEnded
    const booking = await ownBookingOut(c.var.ctx, declined)
    return c.json({ message, booking, recorded: declined.recorded }, 200)
  })
  .post('/:id/leave', validate('param', idParam), async (c) => {
    const left = await leave(c.var.ctx, c.req.valid('param').id)
    const booking = await ownBookingOut(c.var.ctx, left)
    return c.json({ message: toVisitor.left, booking, recorded: left.recorded }, 200)
  })

type Granted = Pick<Extract<Booked, { kind: 'booked' }>, 'session'> & { booking: Booking }

/** A smaller party may still wait, or be offered what is free. */
function standsAs(reduced: Granted & { position: number | null }): string {
  const { booking, session, position } = reduced
  if (booking.state === 'waitlisted') return toVisitor.waits(position)
  if (booking.state === 'offered') return toVisitor.offered(booking.partySize, session.sessionType)
  return has(reduced)
}

/** A key that comes again gets its booking as it is now. */
function has({ booking, session }: Granted): string {
  if (bookingStatus(booking.state) !== 'confirmed') return toVisitor.ended
  return toVisitor.has(booking.partySize, session.sessionType)
}
