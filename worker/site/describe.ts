import type { Ctx } from '../context'
import { mailState } from '../mail/mail-state'
import { siteCurrency, siteTimeZone } from '../sessions/session'
import { facilitatorSignUp } from '../users/facilitator-sign-up'
import { getGoogleConfig } from '../users/google/config'

/** The public part of the configuration; docs/configuration.md says what each means. */
export async function describeSite({ env, db, now }: Ctx) {
  const mail = await mailState(env, db, now)
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
