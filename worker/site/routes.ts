import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { describeSite } from './describe'

/** Mounted at /api/site: what a page must know of the place it belongs to. */
export const site = new Hono<AppEnv>().get('/', (c) => {
  // The same for everybody until the next deploy.
  c.header('Cache-Control', 'public, max-age=60')
  return c.json(describeSite(c.env), 200)
})
