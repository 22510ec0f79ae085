import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { ApiError } from './errors'
import { faultyTicketKey } from './tickets/ticket-key'
import { faultyKeys } from './users/tokens'

/** A site that could not tell its own tokens from forged ones serves nothing, and says what it lacks. */
export const requireKeys = createMiddleware<AppEnv>(async (c, next) => {
  const lacks = [
    ...faultyKeys(c.env).map((name) => `${name} must be a secret of 32 bytes or more`),
    ...(await faultyTicketKey(c.env)).map((name) => `${name} must be a private ES256 key as a JWK`),
  ]
  if (lacks.length > 0) {
    throw new ApiError('not_configured', `Not set up yet: ${lacks.join(', and ')}.`)
  }
  await next()
})
