import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { describeSite } from './describe'

/** Mounted at /api/site: what a page must know of the place it belongs to. */
export const site = new Hono<AppEnv>().get('/', async (c) => {
  // The same for everybody; that it may be a minute old harms nobody.
  c.header('Cache-Control', 'public, max-age=60')
  return c.json(await describeSite(c.var.ctx), 200)
})
