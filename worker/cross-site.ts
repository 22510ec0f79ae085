import type { Context } from 'hono'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { ApiError } from './errors'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']
const PREFLIGHT_LIFE_S = 600

/**
 * Refuses what another site made this browser send. Sign-in too, or a stranger's page could sign
 * somebody in as the stranger. A header that only programs set needs no such care.
 */
export const refuseCrossSite = createMiddleware<AppEnv>(async (c, next) => {
  if (isUnsafe(c) && !isOurOwn(c)) {
    throw new ApiError('cross_site', 'This request came from another site.')
  }
  await next()
})

const allowListed = cors({
  origin: (origin, c: Context<AppEnv>) => (isAllowed(origin, c) ? origin : null),
  // Never with credentials: another origin brings a Bearer, or is a stranger.
  credentials: false,
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
  exposeHeaders: ['Link', 'Retry-After', 'X-Request-Id', 'X-Unread'],
  maxAge: PREFLIGHT_LIFE_S,
})

/** Lets the pages of `ALLOWED_ORIGINS` read answers; without that list no other origin may. */
export const allowOrigins = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('Origin')
  if (origin === undefined || !isAllowed(origin, c) || isUpgrade(c)) return next()
  return allowListed(c, next)
})

/** A socket's upgrade is a GET, but one that opens a line on which things are changed. */
function isUnsafe(c: Context<AppEnv>): boolean {
  return !SAFE_METHODS.includes(c.req.method) || isUpgrade(c)
}

function isOurOwn(c: Context<AppEnv>): boolean {
  if (c.req.header('Authorization') !== undefined) return true
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('Origin')
  if (origin !== undefined) return origin === new URL(c.req.url).origin
  // No browser sends neither; and without a cookie there is nobody to be used.
  return c.req.header('Cookie') === undefined
}

function isUpgrade(c: Context<AppEnv>): boolean {
  return c.req.header('Upgrade') !== undefined
}

function isAllowed(origin: string, c: Context<AppEnv>): boolean {
  const listed = (c.env.ALLOWED_ORIGINS ?? '').split(',').map((entry) => entry.trim())
  return origin !== '' && listed.includes(origin)
}
