import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { ApiError } from '../errors'
import { idParam, validate } from '../validate'
import { findAvailability } from './availability'
import { openLive } from './open-live'
import { availabilityQuery } from './schema'

/** Mounted at /api: how seats stand now, for everybody. */
export const liveSeats = new Hono<AppEnv>()
  .get('/sessions/:id/live', validate('param', idParam), (c) => {
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
      throw new ApiError('upgrade_required', 'This address speaks WebSocket only.')
    }
    const { id: sessionId } = c.req.valid('param')
    return openLive(c.var.ctx, { sessionId, address: c.req.header('CF-Connecting-IP') })
  })
  .get('/availability', validate('query', availabilityQuery), async (c) => {
    const found = await findAvailability(c.var.ctx, c.req.valid('query').ids)
    return c.json(found, 200, { 'Cache-Control': 'public, max-age=2' })
  })
