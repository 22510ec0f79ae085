import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { linkToNext, pageQuery } from '../paging'
import { idParam, validate } from '../validate'
import { join } from './join'
import { listMyWaiting } from './list-waiting'
import { lookAtOffer } from './look-at-offer'
import { ownBookingOut } from './own-booking'
import { joinBody, lookBody } from './schema'
import { toVisitor } from './words'

/** Mounted at /api: who waits, and what they are offered. */
export const waiting = new Hono<AppEnv>()
  .post(
    '/sessions/:id/waitlist',
    validate('param', idParam),
    validate('json', joinBody),
    async (c) => {
      const {
        party_size: partySize,
        names,
        notes,
        old_place: oldPlace = false,
      } = c.req.valid('json')
      const asked = { sessionId: c.req.valid('param').id, partySize, names, notes, oldPlace }
      const joined = await join(c.var.ctx, asked)
      const { recorded, already, position } = joined
      const booking = await ownBookingOut(c.var.ctx, joined)
      return c.json({ message: toVisitor.waits(position), booking, recorded }, already ? 200 : 201)
    },
  )
  .get('/waitlist/my', validate('query', pageQuery), async (c) => {
    const { items, next } = await listMyWaiting(c.var.ctx, c.req.valid('query'))
    return c.json(items, 200, linkToNext(c.req.url, next))
  })
  .post('/offers/look', validate('json', lookBody), async (c) => {
    const { booking_id: bookingId, token } = c.req.valid('json')
    const offer = await lookAtOffer(c.var.ctx, { bookingId, token })
    return c.json({ booking: await ownBookingOut(c.var.ctx, offer) }, 200)
  })
