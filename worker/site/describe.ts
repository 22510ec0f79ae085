import type { Ctx } from '../context'
import { type MailState, mailState } from '../mail/mail-state'
import { sendsMail } from '../mail/post'
import { openRecent } from '../recent'
import { siteCurrency, siteTimeZone } from '../sessions/session'
import { facilitatorSignUp } from '../users/facilitator-sign-up'
import { getGoogleConfig } from '../users/google/config'

/** The public part of the configuration; docs/configuration.md says what each means. */
export async function describeSite(ctx: Ctx) {
  const { env } = ctx
  const mail = await recentMailState(ctx)
  return {
    name: env.SITE_NAME || 'Stillpoint',
    url: env.SITE_URL || null,
    contact_email: env.CONTACT_EMAIL || null,
    currency: siteCurrency(env),
    default_time_zone: siteTimeZone(env),
    facilitator_signup: facilitatorSignUp(env),
    /** Whether one may count on letters; why not is said beside it. */
    mail: mail === 'working',
    mail_state: mail,
    google: getGoogleConfig(env) !== null,
    /** Whether a system of the house's own is told of bookings, or may ask for them. */
    crm: Boolean(env.CRM_SERVICE_URL || env.CRM_BEARER_TOKEN),
    privacy_url: env.PRIVACY_URL || null,
    imprint_url: env.IMPRINT_URL || null,
  }
}

/** Every page asks this first, and each answer may be a minute old by then: D1 is asked now and then. */
export const MAIL_STATE_KEPT_MS = 5_000
const mailStates = openRecent<Promise<MailState>>(MAIL_STATE_KEPT_MS, 1)
const THE_SITE = 1

function recentMailState({ env, db, now, later }: Ctx): Promise<MailState> {
  // Settings alone say so, and no question is saved.
  if (!sendsMail(env)) return mailState(env, db, now)
  const recent = mailStates.get(THE_SITE, now)
  if (recent) return recent
  const state = mailState(env, db, now)
  mailStates.put(THE_SITE, now, state)
  // Others wait for it too: it goes on although who asked first may be gone by then.
  later(state)
  return state
}
