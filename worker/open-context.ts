import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { openDb } from './db/client'
import { logError } from './log'

/** What every verb is handed, and the id by which a person and the log speak of the same request. */
export const openContext = createMiddleware<AppEnv>(async (c, next) => {
  const requestId = crypto.randomUUID()
  c.set('ctx', {
    env: c.env,
    db: openDb(c.env.DB),
    now: Date.now(),
    requestId,
    identity: null,
    later: (work) => c.executionCtx.waitUntil(work.catch((error) => logError(error, requestId))),
  })
  await next()
})
