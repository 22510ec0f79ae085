import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv, Identity } from '../context'
import { ApiError } from '../errors'
import { ACCESS_COOKIE } from './cookies'
import { readAccessToken } from './tokens'

/** Learns from the token who asks; no lookup is made, so it works while D1 is away. */
export const identify = createMiddleware<AppEnv>(async (c, next) => {
  c.var.ctx.identity = await identityOf(c)
  await next()
})

async function identityOf(c: Context<AppEnv>): Promise<Identity | null> {
  const { env, now } = c.var.ctx
  const authorization = c.req.header('Authorization')
  if (authorization === undefined) {
    // An old cookie makes a visitor of its holder, so that public pages go on loading.
    const cookie = getCookie(c, ACCESS_COOKIE, 'host')
    return cookie ? readAccessToken(env, cookie, now) : null
  }
  const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  const identity = bearer ? await readAccessToken(env, bearer, now) : null
  if (!identity) throw new ApiError('sign_in_required', 'This access token is not good any more.')
  return identity
}
