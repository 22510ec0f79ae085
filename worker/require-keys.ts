import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { ApiError } from './errors'
import { faultyKeys } from './users/tokens'

/** A site that could not tell its own tokens from forged ones serves nothing, and says what it lacks. */
export const requireKeys = createMiddleware<AppEnv>(async (c, next) => {
  const faulty = faultyKeys(c.env)
  if (faulty.length > 0) {
    const message = `Not set up yet: ${faulty.join(' and ')} must be a secret of 32 bytes or more.`
    throw new ApiError('not_configured', message)
  }
  await next()
})
