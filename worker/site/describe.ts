import type { Env } from '../env'
import { siteCurrency, siteTimeZone } from '../sessions/session'
import { facilitatorSignUp } from '../users/facilitator-sign-up'

/** The public part of the configuration; docs/configuration.md says what each means. */
export function describeSite(env: Env) {
  return {
    name: env.SITE_NAME || 'Stillpoint',
    contact_email: env.CONTACT_EMAIL || null,
    currency: siteCurrency(env),
    default_time_zone: siteTimeZone(env),
    facilitator_signup: facilitatorSignUp(env),
    mail: Boolean(env.MAIL_FROM),
    google: Boolean(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET),
    privacy_url: env.PRIVACY_URL || null,
    imprint_url: env.IMPRINT_URL || null,
  }
}
