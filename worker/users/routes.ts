import { type Context, Hono } from 'hono'
import type { AppEnv } from '../context'
import { ApiError } from '../errors'
import { limitRate } from '../rate-limit'
import { validate } from '../validate'
import { account } from './account-routes'
import { carrierOf, clearTokenCookies, clientOf, handOver, refreshCookie } from './cookies'
import { google } from './google/routes'
import { refresh } from './refresh'
import { register } from './register'
import { credentials, refreshBody, registration } from './schema'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

/** Mounted at /api/auth. */
export const users = new Hono<AppEnv>()
  .route('/google', google())
  .post('/register', limitRate('SIGN_IN_RATE'), validate('json', registration), async (c) => {
    const granted = await register(c.var.ctx, c.req.valid('json'), clientOf(c))
    return c.json(handOver(c, granted), 201)
  })
  .post('/login', limitRate('SIGN_IN_RATE'), validate('json', credentials), async (c) => {
    const granted = await signIn(c.var.ctx, c.req.valid('json'), clientOf(c))
    return c.json(handOver(c, granted), 200)
  })
  .post('/refresh', validate('json', refreshBody), async (c) => {
    const token = tokenToSpend(c, c.req.valid('json').refresh_token)
    try {
      const granted = await refresh(c.var.ctx, token, carrierOf(c))
      return c.json(handOver(c, granted), 200)
    } catch (error) {
      // Only a sign-in known to be over takes the cookies along; an absent D1 does not.
      const isOver = error instanceof ApiError && error.code === 'sign_in_ended'
      if (isOver && carrierOf(c) === 'cookie') clearTokenCookies(c)
      throw error
    }
  })
  .post('/logout', validate('json', refreshBody), async (c) => {
    await signOut(c.var.ctx, refreshCookie(c) ?? c.req.valid('json').refresh_token)
    if (carrierOf(c) === 'cookie') clearTokenCookies(c)
    return c.json({ message: 'You are signed out.' }, 200)
  })
  .route('/', account)

function tokenToSpend(c: Context<AppEnv>, inBody: string | undefined): string {
  if (carrierOf(c) === 'cookie') {
    const inCookie = refreshCookie(c)
    if (!inCookie) throw new ApiError('sign_in_required', 'Sign in first.')
    return inCookie
  }
  if (!inBody) {
    const details = [{ path: 'refresh_token', message: 'This is needed.' }]
    throw new ApiError('invalid', 'refresh_token: This is needed.', details)
  }
  return inBody
}
