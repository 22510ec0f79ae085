import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { ApiError } from './errors'
import { limitsAreOff } from './limits-off'

/** The period of each binding in wrangler.toml: after so long, an address may ask again. */
const PERIOD_S = { API_RATE: 10, SIGN_IN_RATE: 60 }

/**
 * A coarse shield per address, counted by each location for itself; it stands before anything dear,
 * such as hashing a password. Without its binding there is no limit.
 */
export function limitRate(binding: keyof typeof PERIOD_S) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const limiter = c.env[binding]
    if (!limiter || limitsAreOff(c.env)) return next()
    const address = c.req.header('CF-Connecting-IP') ?? 'unknown'
    const { success } = await limiter.limit({ key: address })
    if (!success) {
      c.header('Retry-After', String(PERIOD_S[binding]))
      throw new ApiError('too_many_requests', 'That was a lot at once. Wait a moment.')
    }
    await next()
  })
}
