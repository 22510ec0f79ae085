import { type Context, Hono } from 'hono'
import type { AppEnv } from '../context'
import { limitRate } from '../rate-limit'
import { validate } from '../validate'
import { changeMe } from './change-me'
import { changePassword } from './change-password'
import { carrierOf, clearTokenCookies, setAccessCookie } from './cookies'
import { eraseMe } from './erase-me'
import { exportMe } from './export-me'
import { forgotPassword } from './forgot-password'
import type { Grant } from './grant'
import { me } from './me'
import { resetPassword } from './reset-password'
import * as schema from './schema'
import { listSignIns, revokeSignIn } from './sign-ins'
import { teach } from './teach'
import { sendVerification, verifyEmail } from './verify-email'

const MAYBE_SENT = 'If there is an account with this email, a letter with a link is on its way.'

/** Part of /api/auth: one's own account, and the way back into it. */
export const account = new Hono<AppEnv>()
  .get('/me', async (c) => c.json({ user: await me(c.var.ctx) }, 200))
  .patch('/me', validate('json', schema.profileChanges), async (c) => {
    const { user, proof } = await changeMe(c.var.ctx, c.req.valid('json'))
    return c.json({ message: 'Your account is changed.', user, ...handProof(c, proof) }, 200)
  })
  .delete('/me', validate('json', schema.farewell), async (c) => {
    await eraseMe(c.var.ctx, c.req.valid('json').password)
    if (isByCookie(c)) clearTokenCookies(c)
    return c.json({ message: 'Your account is deleted.' }, 200)
  })
  .get('/me/export', async (c) => {
    const everything = await exportMe(c.var.ctx)
    const name = `stillpoint-account-${everything.account.id}.json`
    c.header('Content-Disposition', `attachment; filename="${name}"`)
    return c.json(everything, 200)
  })
  .post('/me/teach', validate('json', schema.teaching), async (c) => {
    const { user, proof } = await teach(c.var.ctx, c.req.valid('json'))
    return c.json({ message: 'You can teach here.', user, ...handProof(c, proof) }, 200)
  })
  .get('/sign-ins', async (c) => c.json(await listSignIns(c.var.ctx), 200))
  .delete('/sign-ins/:id', validate('param', schema.signInParam), async (c) => {
    const { id } = c.req.valid('param')
    await revokeSignIn(c.var.ctx, id)
    const isThisOne = id === c.var.ctx.identity?.signInId
    if (isThisOne && isByCookie(c)) clearTokenCookies(c)
    return c.json({ message: 'That sign-in has ended.' }, 200)
  })
  .post('/change-password', validate('json', schema.passwordChange), async (c) => {
    await changePassword(c.var.ctx, c.req.valid('json'))
    return c.json({ message: 'Your password is changed, and every other sign-in has ended.' }, 200)
  })
  .post(
    '/forgot-password',
    limitRate('SIGN_IN_RATE'),
    validate('json', schema.forgotten),
    async (c) => {
      await forgotPassword(c.var.ctx, c.req.valid('json').email)
      return c.json({ message: MAYBE_SENT }, 200)
    },
  )
  .post(
    '/reset-password',
    limitRate('SIGN_IN_RATE'),
    validate('json', schema.passwordReset),
    async (c) => {
      await resetPassword(c.var.ctx, c.req.valid('json'))
      // Whoever was signed in here is not any more.
      if (carrierOf(c) === 'cookie') clearTokenCookies(c)
      return c.json({ message: 'Your password is changed. Sign in with it.' }, 200)
    },
  )
  .post('/verify-email', validate('json', schema.emailProof), async (c) => {
    await verifyEmail(c.var.ctx, c.req.valid('json').token)
    return c.json({ message: 'Your email is verified.' }, 200)
  })
  .post('/verify-email/send', async (c) => {
    const isSent = await sendVerification(c.var.ctx)
    const message = isSent ? 'A letter is on its way.' : 'Your email is verified already.'
    return c.json({ message, sent: isSent }, 200)
  })

/** As `identify` has it: beside an `Authorization` header cookies count for nothing. */
function isByCookie(c: Context<AppEnv>): boolean {
  return c.req.header('Authorization') === undefined
}

/** The new proof replaces the old one where that was. */
function handProof(c: Context<AppEnv>, proof: Pick<Grant, 'accessToken' | 'accessLifeMs'>) {
  if (!isByCookie(c)) return { access_token: proof.accessToken }
  setAccessCookie(c, proof)
  return {}
}
