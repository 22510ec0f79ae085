import type { Ctx } from '../context'
import { ApiError } from '../errors'
import { sendsMail } from '../mail/post'
import { tryOn } from './attempts'
import { accountByEmail } from './queries'
import { sendLink } from './send-link'

/**
 * Sends a link to the owner of an account. Whether there is one, neither the answer nor its time
 * tells: the letter is written after it. 429 `too_many_requests`, 409 `mail_off` without mail.
 */
export async function forgotPassword(ctx: Ctx, email: string): Promise<void> {
  if (!sendsMail(ctx.env)) throw noMail(ctx.env.CONTACT_EMAIL)
  const [account] = await tryOn(ctx, 'reset', email, accountByEmail(ctx.db, email))
  if (account) ctx.later(sendLink(ctx, account.id, 'reset_password'))
}

/** The operators can print a link: `npm run reset-link`. */
function noMail(contact: string | undefined) {
  const whom = contact ? `Write to ${contact}` : 'Write to the people who run it'
  const message = `This site sends no mail. ${whom}, and you will get a link for a new password.`
  return new ApiError('mail_off', message)
}
