import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { refusalOf } from '../../answer-error'
import type { AppEnv } from '../../context'
import { ApiError } from '../../errors'
import { logError } from '../../log'
import { limitRate } from '../../rate-limit'
import { validate } from '../../validate'
import { clientOf, handOver, setTokenCookies } from '../cookies'
import { ATTEMPT_LIFE_MS, spendAttempt } from './attempts'
import { credential, newNonce, signInWithCredential } from './credential'
import { finishWithGoogle } from './finish'
import type { Fetch } from './provider'
import { failurePath, returnPath } from './return-path'
import { startWithGoogle } from './start'

const COOKIE = 'google'
/**
 * The only cookie of ours that is Lax: coming back from Google is a navigation from another site,
 * on which a Strict one would stay away.
 */
const COOKIE_ATTRIBUTES = {
  prefix: 'host',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax',
  maxAge: ATTEMPT_LIFE_MS / 1_000,
} as const

/** Mounted at /api/auth/google. */
export function google(fetch: Fetch = (url, init) => globalThis.fetch(url, init)) {
  return new Hono<AppEnv>()
    .route('/', visits(fetch))
    .post('/nonce', limitRate('SIGN_IN_RATE'), async (c) => {
      return c.json(await newNonce(c.var.ctx), 201)
    })
    .post('/', limitRate('SIGN_IN_RATE'), validate('json', credential), async (c) => {
      const input = c.req.valid('json')
      const granted = await signInWithCredential(c.var.ctx, input, clientOf(c), fetch)
      return c.json(handOver(c, granted), 200)
    })
}

type VisitEnv = { Bindings: AppEnv['Bindings']; Variables: AppEnv['Variables'] & { back?: string } }

/** What a browser visits itself: every answer is a page, refusals too. */
function visits(fetch: Fetch) {
  const app = new Hono<VisitEnv>()
    .get('/start', limitRate('SIGN_IN_RATE'), async (c) => {
      const back = returnPath(c.req.query('return'))
      c.set('back', back)
      // Else any page could sign its visitors in here without their asking.
      if (/^(cross-site|same-site)$/.test(c.req.header('Sec-Fetch-Site') ?? '')) {
        throw new ApiError('cross_site', 'This visit came from another site.')
      }
      const { location, browser } = await startWithGoogle(c.var.ctx, back, fetch)
      setCookie(c, COOKIE, browser, COOKIE_ATTRIBUTES)
      return c.redirect(location, 302)
    })
    .get('/callback', async (c) => {
      const { state, code, error } = c.req.query()
      const browser = getCookie(c, COOKIE, 'host')
      deleteCookie(c, COOKIE, COOKIE_ATTRIBUTES)
      const attempt = await spendAttempt(c.var.ctx, { state, browser })
      c.set('back', attempt.returnPath)
      // Whatever the browser says of where it comes from, it is one.
      const client = { ...clientOf(c), carrier: 'cookie' as const }
      const granted = await finishWithGoogle(c.var.ctx, attempt, { code, error }, client, fetch)
      setTokenCookies(c, granted)
      return c.redirect(attempt.returnPath, 302)
    })
  app.onError((error, c) => {
    const refusal = refusalOf(error)
    if (!refusal || refusal.status >= 500) logError(error, c.var.ctx.requestId)
    return c.redirect(failurePath(refusal?.code ?? 'broken', c.var.back), 302)
  })
  return app
}
