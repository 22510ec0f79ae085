import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { checkUp } from './check-up'

/**
 * Mounted at /health and /api/health. The status code says that the Worker answers, the body how it
 * is: without D1 seats are still booked, so a monitor that restarts what is not 200 must not.
 */
export const health = new Hono<AppEnv>().get('/', async (c) =>
  c.json(await checkUp(c.var.ctx), 200),
)
