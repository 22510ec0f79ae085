import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { ApiError } from '../../errors'
import { type GoogleConfig, issuersOf } from './config'
import type { Provider } from './provider'

/** How far a clock of theirs may be from ours. */
const CLOCK_TOLERANCE_S = 10

/** Who somebody is, in the provider's word. `(issuer, subject)` is theirs for good; an email is not. */
export type Person = {
  issuer: string
  subject: string
  /** Absent unless the provider itself has verified it. */
  verifiedEmail: string | null
  name: string | null
}

/**
 * Takes an ID token for what it claims only when the provider signed it, for this site, and it is
 * still good (OpenID Connect Core 3.1.3.7). Its nonce is for the caller to spend. 401 `google_refused`.
 */
export async function readIdToken(
  config: GoogleConfig,
  provider: Provider,
  token: string,
  now: number,
): Promise<{ person: Person; nonce: string }> {
  const payload = await verify(config, provider, token, now)
  const read = claims.safeParse(payload)
  if (!read.success) throw refused('lacks what we need to know of you')
  const { sub, email, email_verified, name, nonce } = read.data
  const verifiedEmail = email_verified ? (email ?? null) : null
  return { person: { issuer: config.issuer, subject: sub, verifiedEmail, name }, nonce }
}

async function verify(config: GoogleConfig, provider: Provider, token: string, now: number) {
  try {
    const { payload } = await jwtVerify(token, provider.keys, {
      // Only the provider can sign so. HS256 would make its public key a secret, `none` asks for none.
      algorithms: ['RS256'],
      issuer: issuersOf(config),
      audience: config.clientId,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
      currentDate: new Date(now),
      clockTolerance: CLOCK_TOLERANCE_S,
    })
    // One that is for others too could have been handed on by them.
    if (typeof payload.aud !== 'string') throw refused('is for other sites too')
    return payload
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    throw refused(whyNot(error))
  }
}

/** In words for who builds a client; they tell a forger nothing that the token does not. */
function whyNot(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'has expired'
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `is not for this site (its "${error.claim}")`
  }
  return 'is not signed by Google as it must be'
}

export function refused(why: string) {
  return new ApiError('google_refused', `What Google said of you ${why}. Start again.`)
}

/** An address that is none, or a name without letters, is as good as not said. */
const claims = z.object({
  sub: z.string().min(1).max(255),
  nonce: z.string().min(1),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()).optional().catch(undefined),
  // Some providers send the text "true".
  email_verified: z
    .union([z.literal(true), z.literal('true')])
    .optional()
    .catch(undefined),
  name: z
    .string()
    .trim()
    .min(1)
    .transform((name) => name.slice(0, 100))
    .nullable()
    .catch(null),
})
