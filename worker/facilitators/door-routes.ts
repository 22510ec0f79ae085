import { Hono } from 'hono'
import { addAttendee } from '../bookings/add-attendee'
import { isoOrNull } from '../bookings/booking'
import { checkIn } from '../bookings/check-in'
import { listDecisions } from '../bookings/list-decisions'
import { addedUndoneUntil } from '../bookings/seats'
import { undoCheckIn } from '../bookings/undo-check-in'
import { toFacilitator } from '../bookings/words'
import type { AppEnv } from '../context'
import { linkToNext, pageQuery } from '../paging'
import { listOverlaps } from '../sessions/overlaps'
import { findKeySet } from '../tickets/key-set'
import { idempotencyHeader, idParam, validate } from '../validate'
import { withSession } from './bookings'
import { facilitatorsOnly } from './facilitators-only'
import { checkInBody, newAttendee, overlapsQuery } from './schema'

/** Mounted at /api/facilitator: the door of her sessions, and the list before it. */
export const door = new Hono<AppEnv>()
  .use(facilitatorsOnly)
  .post(
    '/sessions/:id/attendees',
    validate('param', idParam),
    validate('header', idempotencyHeader),
    validate('json', newAttendee),
    async (c) => {
      const { name, email, party_size: partySize, notes, check_in } = c.req.valid('json')
      const added = await addAttendee(c.var.ctx, {
        sessionId: c.req.valid('param').id,
        ...{ name, email, partySize, notes },
        checkIn: check_in,
        key: c.req.valid('header')['idempotency-key'],
      })
      const { booking, visitor, session, seats, recorded } = added
      return c.json(
        {
          message: toFacilitator.added(visitor.name, booking.state),
          booking_id: booking.id,
          booking: withSession({ booking, user: visitor, session }),
          recorded,
          undo_until: isoOrNull(addedUndoneUntil(booking, session)),
          session: { id: session.id, available_spots: seats.available, taken: seats.taken },
        },
        201,
      )
    },
  )
  .get(
    '/sessions/:id/decisions',
    validate('param', idParam),
    validate('query', pageQuery),
    async (c) => {
      const { id } = c.req.valid('param')
      const page = await listDecisions(c.var.ctx, id, c.req.valid('query'))
      return c.json(page.decisions, 200, linkToNext(c.req.url, page.next))
    },
  )
  .post(
    '/bookings/:id/check-in',
    validate('param', idParam),
    validate('json', checkInBody),
    async (c) => {
      const asked = { bookingId: c.req.valid('param').id, at: c.req.valid('json').at ?? null }
      const { booking, visitor, session, already, recorded } = await checkIn(c.var.ctx, asked)
      const message = already
        ? toFacilitator.isIn(visitor.name, booking.checkedInAt, session.timeZone)
        : toFacilitator.letIn(visitor.name, booking.partySize)
      const out = withSession({ booking, user: visitor, session })
      return c.json({ message, booking: out, already, recorded }, 200)
    },
  )
  .post('/bookings/:id/undo', validate('param', idParam), async (c) => {
    const { id } = c.req.valid('param')
    const { booking, visitor, session, recorded } = await undoCheckIn(c.var.ctx, id)
    const out = withSession({ booking, user: visitor, session })
    return c.json({ message: toFacilitator.isOut(visitor.name), booking: out, recorded }, 200)
  })
  .get('/ticket-key', async (c) => c.json(await findKeySet(c.var.ctx), 200))
  .get('/overlaps', validate('query', overlapsQuery), async (c) => {
    const { start_time: startTime, end_time: endTime, except } = c.req.valid('query')
    return c.json(await listOverlaps(c.var.ctx, { startTime, endTime, except }), 200)
  })
