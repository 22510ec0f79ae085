import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'

/** The API hands out JSON: nothing of it is to be run, framed, guessed at or told to others. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
}

/** Sets them on every answer, refusals too, and keeps what is somebody's own out of all caches. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  // An upgraded connection has no page to protect, and its answer must not be made anew.
  if (c.res.status === 101) return
  for (const [name, value] of Object.entries(HEADERS)) {
    // The one page among the answers says itself what it loads.
    if (!c.res.headers.has(name)) c.header(name, value)
  }
  c.header('X-Request-Id', c.var.ctx.requestId)
  // What a handler calls public is so for strangers only: signed in, it may hold one's own booking.
  if (c.var.ctx.identity || !c.res.headers.has('Cache-Control')) {
    c.header('Cache-Control', 'no-store')
  }
})
