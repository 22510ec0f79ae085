import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../context'
import type { Client, Grant } from './grant'

export const ACCESS_COOKIE = 'access'
const REFRESH_COOKIE = 'refresh'

/** `__Host-`: only this very host, only encrypted, every path. Scripts and other sites never see them. */
const ATTRIBUTES = {
  prefix: 'host',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Strict',
} as const

/**
 * Browsers say of a request that a page of ours made it, and scripts cannot make them say so: their
 * tokens travel in cookies and are never shown to a script. Everybody else gets theirs in the body.
 */
export function carrierOf(c: Context<AppEnv>): 'cookie' | 'body' {
  return c.req.header('Sec-Fetch-Site') === 'same-origin' ? 'cookie' : 'body'
}

/** Who asks, and where its tokens are to be kept. */
export function clientOf(c: Context<AppEnv>): Client {
  return { carrier: carrierOf(c), userAgent: c.req.header('User-Agent') ?? '' }
}

/** Puts the tokens where this client keeps them: cookies that no script reads, or the body. */
export function handOver(c: Context<AppEnv>, granted: Grant) {
  const { user, accessToken, refreshToken } = granted
  if (carrierOf(c) === 'body') {
    return { user, access_token: accessToken, refresh_token: refreshToken }
  }
  setTokenCookies(c, granted)
  return { user }
}

export function setTokenCookies(c: Context<AppEnv>, grant: Grant): void {
  setAccessCookie(c, grant)
  const refresh = { ...ATTRIBUTES, maxAge: Math.floor(grant.refreshLifeMs / 1000) }
  setCookie(c, REFRESH_COOKIE, grant.refreshToken, refresh)
}

export function setAccessCookie(
  c: Context<AppEnv>,
  proof: Pick<Grant, 'accessToken' | 'accessLifeMs'>,
): void {
  const access = { ...ATTRIBUTES, maxAge: Math.floor(proof.accessLifeMs / 1000) }
  setCookie(c, ACCESS_COOKIE, proof.accessToken, access)
}

export function clearTokenCookies(c: Context<AppEnv>): void {
  deleteCookie(c, ACCESS_COOKIE, ATTRIBUTES)
  deleteCookie(c, REFRESH_COOKIE, ATTRIBUTES)
}

/** Beside an `Authorization` header cookies count for nothing. */
export function refreshCookie(c: Context<AppEnv>): string | undefined {
  if (c.req.header('Authorization') !== undefined) return undefined
  return getCookie(c, REFRESH_COOKIE, 'host')
}
