import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { ApiError } from './errors'
import { faultyTicketKeys } from './tickets/ticket-key'
import { faultyKeys } from './users/tokens'

const TICKET_KEYS: Record<string, string> = {
  TICKET_SIGNING_KEY: 'a private ES256 key as a JWK',
  TICKET_SIGNING_KEY_PREVIOUS: 'an ES256 key as a JWK, or absent',
}

/** A site that could not tell its own tokens from forged ones serves nothing, and says what it lacks. */
export const requireKeys = createMiddleware<AppEnv>(async (c, next) => {
  const lacks = [
    ...faultyKeys(c.env).map((name) => `${name} must be a secret of 32 bytes or more`),
    ...(await faultyTicketKeys(c.env)).map((name) => `${name} must be ${TICKET_KEYS[name]}`),
  ]
  if (lacks.length > 0) {
    throw new ApiError('not_configured', `Not set up yet: ${lacks.join(', and ')}.`)
  }
  await next()
})
