import { Hono } from 'hono'
import { bookings } from './bookings/routes'
import type { AppEnv } from './context'
import { openDb } from './db/client'
import { ApiError, DatabaseUnavailable } from './errors'
import { facilitators } from './facilitators/routes'
import { health } from './health/routes'
import { facilitatorNotices, notices } from './notifications/routes'
import { sessions } from './sessions/routes'
import { site } from './site/routes'
import { users } from './users/routes'

const base = new Hono<AppEnv>()

base.use(async (c, next) => {
  c.set('ctx', {
    env: c.env,
    db: openDb(c.env.DB),
    now: Date.now(),
    requestId: crypto.randomUUID(),
    identity: null,
    later: (work) => c.executionCtx.waitUntil(work),
  })
  await next()
})

export const app = base
  .route('/health', health)
  .basePath('/api')
  .route('/health', health)
  .route('/site', site)
  .route('/auth', users)
  .route('/sessions', sessions)
  .route('/bookings', bookings)
  .route('/facilitator/notifications', facilitatorNotices)
  .route('/facilitator', facilitators)
  .route('/notifications', notices)

app.onError((error, c) => {
  if (error instanceof ApiError) {
    return c.json(
      { error: error.message, code: error.code, details: error.details, ...error.extra },
      error.status,
      error.status === 503 ? { 'Retry-After': '5' } : {},
    )
  }
  if (error instanceof DatabaseUnavailable || error.cause instanceof DatabaseUnavailable) {
    return c.json(
      {
        error:
          'Our records cannot be reached just now. Nothing was changed; try again in a moment.',
        code: 'unavailable',
      },
      503,
      { 'Retry-After': '5' },
    )
  }
  console.error(error)
  return c.json({ error: 'Something broke on our side. Nothing was changed.', code: 'broken' }, 500)
})

app.notFound((c) => c.json({ error: 'There is nothing at this address.', code: 'not_found' }, 404))

/** What `hc<AppType>` knows in the browser: every path, its input and its answers. */
export type AppType = typeof app
