import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { facilitatorsOnly } from '../facilitators/facilitators-only'
import { linkToNext } from '../paging'
import { idempotencyHeader, idParam, validate } from '../validate'
import { amendSession, publishSession } from './amend'
import { findCalendarFile } from './calendar-file'
import { cancelSession } from './cancel'
import { createSession } from './create'
import { duplicateSession } from './duplicate'
import { listSessions } from './list'
import { findSession } from './read'
import { cancelling, duplicating, listQuery, newSession, sessionFields } from './schema'

export const sessions = new Hono<AppEnv>()
  .get('/', validate('query', listQuery), async (c) => {
    const page = await listSessions(c.var.ctx, c.req.valid('query'))
    return c.json(page.sessions, 200, linkToNext(c.req.url, page.next))
  })
  .post(
    '/',
    facilitatorsOnly,
    validate('header', idempotencyHeader),
    validate('json', newSession),
    async (c) => {
      const key = c.req.valid('header')['idempotency-key'] ?? null
      const created = await createSession(c.var.ctx, c.req.valid('json'), key)
      const { id, status } = created.session
      const message = status === 'draft' ? 'Draft saved.' : 'Session published.'
      return c.json({ message, session_id: id, ...created }, 201)
    },
  )
  .get('/:id', validate('param', idParam), async (c) => {
    return c.json(await findSession(c.var.ctx, c.req.valid('param').id), 200)
  })
  .get('/:id/calendar.ics', validate('param', idParam), async (c) => {
    const { origin } = new URL(c.req.url)
    const { name, body } = await findCalendarFile(c.var.ctx, c.req.valid('param').id, origin)
    return c.body(body, 200, {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })
  .put(
    '/:id',
    facilitatorsOnly,
    validate('param', idParam),
    validate('json', sessionFields),
    async (c) => {
      const { id } = c.req.valid('param')
      const amended = await amendSession(c.var.ctx, id, c.req.valid('json'))
      return c.json({ message: 'Changes saved.', session_id: id, ...amended }, 200)
    },
  )
  .post(
    '/:id/duplicate',
    facilitatorsOnly,
    validate('param', idParam),
    validate('header', idempotencyHeader),
    validate('json', duplicating),
    async (c) => {
      const key = c.req.valid('header')['idempotency-key'] ?? null
      const { id } = c.req.valid('param')
      const sessions = await duplicateSession(c.var.ctx, id, c.req.valid('json'), key)
      const message = sessions.length === 1 ? 'One copy made.' : `${sessions.length} copies made.`
      return c.json({ message, session_ids: sessions.map((one) => one.id), sessions }, 201)
    },
  )
  .post('/:id/publish', facilitatorsOnly, validate('param', idParam), async (c) => {
    const { id } = c.req.valid('param')
    const published = await publishSession(c.var.ctx, id)
    return c.json({ message: 'Session published.', session_id: id, ...published }, 200)
  })
  .post(
    '/:id/cancel',
    facilitatorsOnly,
    validate('param', idParam),
    validate('json', cancelling),
    async (c) => {
      const { id } = c.req.valid('param')
      const session = await cancelSession(c.var.ctx, id, c.req.valid('json').reason ?? null)
      return c.json({ message: 'Session cancelled.', session_id: id, session }, 200)
    },
  )
