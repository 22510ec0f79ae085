import type { Env } from '../../env'
import { ApiError } from '../../errors'

const GOOGLE = 'https://accounts.google.com'

/** The OAuth client of this site, and whom it trusts to say who somebody is. */
export type GoogleConfig = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Where Google sends people back to; it takes none that was not told to it beforehand. */
  callbackUrl: string
}

/** Null where a part of the configuration is missing: the way back needs `SITE_URL`. */
export function getGoogleConfig(env: Env): GoogleConfig | null {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, SITE_URL: site } = env
  if (!clientId || !clientSecret || !site) return null
  const callbackUrl = `${site.replace(/\/+$/, '')}/api/auth/google/callback`
  return { issuer: env.GOOGLE_ISSUER || GOOGLE, clientId, clientSecret, callbackUrl }
}

/** 409 `google_off` where it is not set up. */
export function findGoogleConfig(env: Env): GoogleConfig {
  const config = getGoogleConfig(env)
  if (!config) throw new ApiError('google_off', 'Signing in with Google is not set up here.')
  return config
}

/** Google's own tokens may leave the scheme out, and its documentation says to take both. */
export function issuersOf({ issuer }: GoogleConfig): string[] {
  return issuer === GOOGLE ? [GOOGLE, 'accounts.google.com'] : [issuer]
}
