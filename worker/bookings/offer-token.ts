import { errors, jwtVerify, SignJWT } from 'jose'
import { type Ctx, signedIn } from '../context'
import type { Env } from '../env'
import { ApiError } from '../errors'
import { ALGORITHM, ISSUER, signingKey, verifyingKey } from '../users/tokens'
import type { Booking } from './booking'

/*
 * What stands in an offer's letter. It opens one booking to answer one offer, and nothing else:
 * signed as access tokens are, but of another type and for another audience.
 */

const AUDIENCE = 'stillpoint-offers'
const TYPE = 'offer+jwt'

/** Good until the offer ends. */
export function signOfferToken(
  env: Env,
  { id, userId, expiresAt }: Pick<Booking, 'id' | 'userId'> & { expiresAt: number },
): Promise<string> {
  const key = signingKey(env)
  return new SignJWT({ booking: id, user: userId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.id })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(key.bytes)
}

/** Who answers: whom the token of this booking names, else who is signed in. */
export async function answererOf(ctx: Ctx, asked: { bookingId: number; token?: string }) {
  const { bookingId, token } = asked
  if (token === undefined) return signedIn(ctx).userId
  const claims = await readOfferToken(ctx, token)
  if (claims?.booking !== bookingId) {
    throw new ApiError('not_found', 'This link does not belong to an offer of ours.')
  }
  return claims.user
}

async function readOfferToken({ env, now }: Ctx, token: string) {
  try {
    const { payload } = await jwtVerify<{ booking: number; user: number }>(
      token,
      (header) => verifyingKey(env, header.kid),
      {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp'],
        currentDate: new Date(now),
      },
    )
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw offerEnded()
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

export function offerEnded(): ApiError {
  return new ApiError(
    'offer_ended',
    'This offer has ended. If you took it, it is among your bookings.',
  )
}
