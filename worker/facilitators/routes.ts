import { Hono } from 'hono'
import { cancelBody } from '../bookings/schema'
import type { AppEnv } from '../context'
import { linkToNext, pageQuery } from '../paging'
import { cancelSession } from '../sessions/cancel'
import { cancelling } from '../sessions/schema'
import { iso } from '../sessions/session'
import { idempotencyHeader, idParam, validate } from '../validate'
import { listMyBookings, listSessionBookings } from './bookings'
import { exportBookings } from './bookings-csv'
import { cancelBooking } from './cancel-booking'
import { findDashboard } from './dashboard'
import { facilitatorsOnly } from './facilitators-only'
import { findFacilitator, listFacilitators } from './profiles'
import { recallMessage } from './recall-message'
import { attendeesQuery, newMessage, ownSessionsQuery, statisticsQuery } from './schema'
import { sendMessage } from './send-message'
import { findMySession, listMySessions } from './sessions'
import { findStatistics } from './statistics'

/** What a facilitator sees of her own; nobody else's is here. */
export const facilitators = new Hono<AppEnv>()
  .use(facilitatorsOnly)
  .get('/dashboard', async (c) => c.json(await findDashboard(c.var.ctx), 200))
  .get('/statistics', validate('query', statisticsQuery), async (c) => {
    return c.json(await findStatistics(c.var.ctx, c.req.valid('query')), 200)
  })
  .get('/sessions', validate('query', ownSessionsQuery), async (c) => {
    const page = await listMySessions(c.var.ctx, c.req.valid('query'))
    return c.json(page.sessions, 200, linkToNext(c.req.url, page.next))
  })
  .get('/sessions/:id', validate('param', idParam), async (c) => {
    return c.json(await findMySession(c.var.ctx, c.req.valid('param').id), 200)
  })
  .delete('/sessions/:id', validate('param', idParam), validate('json', cancelling), async (c) => {
    const { id } = c.req.valid('param')
    const session = await cancelSession(c.var.ctx, id, c.req.valid('json').reason ?? null)
    return c.json({ message: 'Session cancelled.', session_id: id, session }, 200)
  })
  .get(
    '/sessions/:id/bookings',
    validate('param', idParam),
    validate('query', attendeesQuery),
    async (c) => {
      const { id } = c.req.valid('param')
      const page = await listSessionBookings(c.var.ctx, id, c.req.valid('query'))
      return c.json(page.bookings, 200, linkToNext(c.req.url, page.next))
    },
  )
  .get('/sessions/:id/bookings.csv', validate('param', idParam), async (c) => {
    const { name, body } = await exportBookings(c.var.ctx, c.req.valid('param').id)
    return c.body(body, 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })
  .post(
    '/sessions/:id/messages',
    validate('param', idParam),
    validate('header', idempotencyHeader),
    validate('json', newMessage),
    async (c) => {
      const { id } = c.req.valid('param')
      const key = c.req.valid('header')['idempotency-key'] ?? null
      const sent = await sendMessage(c.var.ctx, id, c.req.valid('json'), key)
      const message =
        sent.recipients === 1 ? 'One letter leaves in a moment.' : 'Letters leave in a moment.'
      const { recipients } = sent
      const times = { sent_at: iso(sent.sentAt), recall_until: iso(sent.recallUntil) }
      return c.json({ message, message_id: sent.id, recipients, ...times }, 201)
    },
  )
  .post('/messages/:id/recall', validate('param', idParam), async (c) => {
    await recallMessage(c.var.ctx, c.req.valid('param').id)
    return c.json({ message: 'Taken back. Nothing was sent.' }, 200)
  })
  .get('/bookings', validate('query', pageQuery), async (c) => {
    const page = await listMyBookings(c.var.ctx, c.req.valid('query'))
    return c.json(page.bookings, 200, linkToNext(c.req.url, page.next))
  })
  .post(
    '/bookings/:id/cancel',
    validate('param', idParam),
    validate('json', cancelBody),
    async (c) => {
      const bookingId = c.req.valid('param').id
      const { reason } = c.req.valid('json')
      return c.json(await cancelBooking(c.var.ctx, { bookingId, reason }), 200)
    },
  )

/** What everybody may read of those who give sessions. */
export const profiles = new Hono<AppEnv>()
  .get('/', validate('query', pageQuery), async (c) => {
    const page = await listFacilitators(c.var.ctx, c.req.valid('query'))
    return c.json(page.facilitators, 200, linkToNext(c.req.url, page.next))
  })
  .get('/:id', validate('param', idParam), async (c) => {
    return c.json(await findFacilitator(c.var.ctx, c.req.valid('param').id), 200)
  })
