import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { ApiError } from '../errors'
import { facilitatorsOnly } from '../facilitators/facilitators-only'
import { validate } from '../validate'
import { listNotices } from './list-notices'
import { markRead } from './mark-read'
import { openSocket } from './open-socket'
import { listQuery, markBody, socketQuery, unmarkBody } from './schema'
import { unmark } from './unmark'

/** Mounted at /api/facilitator/notifications: history, unread, mark read. */
export const facilitatorNotices = new Hono<AppEnv>()
  .use(facilitatorsOnly)
  .get('/', validate('query', listQuery), async (c) => {
    const { notices, more, unread } = await listNotices(c.var.ctx, c.req.valid('query'))
    const oldest = notices.at(-1)
    c.header('X-Unread', String(unread))
    if (more && oldest) {
      const { pathname, searchParams } = new URL(c.req.url)
      searchParams.set('before', String(oldest.seq))
      c.header('Link', `<${pathname}?${searchParams}>; rel="next"`)
    }
    return c.json(notices, 200)
  })
  .post('/read', validate('json', markBody), async (c) => {
    const { unread, mark } = await markRead(c.var.ctx, c.req.valid('json'))
    return c.json({ message: 'Marked as read.', unread, mark }, 200)
  })
  .post('/unread', validate('json', unmarkBody), async (c) => {
    const { unread } = await unmark(c.var.ctx, c.req.valid('json').mark)
    return c.json({ message: 'Unread again.', unread }, 200)
  })

/** Mounted at /api/notifications: the socket. */
export const notices = new Hono<AppEnv>().get(
  '/socket',
  facilitatorsOnly,
  validate('query', socketQuery),
  (c) => {
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
      throw new ApiError('upgrade_required', 'This address speaks WebSocket only.')
    }
    return openSocket(c.var.ctx, c.req.valid('query'))
  },
)
