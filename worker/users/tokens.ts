import { createHash } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { Identity } from '../context'
import type { Env } from '../env'
import { ApiError } from '../errors'

export const ISSUER = 'stillpoint'
const AUDIENCE = 'stillpoint-api'
/** Names what the token is for, so that no other JWT signed with this key passes as one (RFC 9068). */
const TYPE = 'at+jwt'
export const ALGORITHM = 'HS256'
/** HS256 is as strong as its key: one shorter than its hash is not a key. */
const KEY_MIN_BYTES = 32

export type Proof = Omit<Identity, 'expiresAt'>

/** A JWT that says who is asking, good from `now` for `lifeMs`. */
export function signAccessToken(env: Env, who: Proof, now: number, lifeMs: number) {
  const key = signingKey(env)
  return new SignJWT({
    sid: who.signInId,
    role: who.role,
    facilitator_id: who.facilitatorId,
    name: who.name,
    email: who.email,
  })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.id })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(String(who.userId))
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(now + lifeMs))
    .sign(key.bytes)
}

/** Who the token speaks for, or null when it is not ours, not whole or no longer good. */
export async function readAccessToken(
  env: Env,
  token: string,
  now: number,
): Promise<Identity | null> {
  try {
    const { payload } = await jwtVerify<Claims>(token, (header) => verifyingKey(env, header.kid), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'sid', 'exp'],
      currentDate: new Date(now),
    })
    return {
      userId: Number(payload.sub),
      signInId: payload.sid,
      role: payload.role,
      facilitatorId: payload.facilitator_id,
      name: payload.name,
      email: payload.email,
      expiresAt: Number(payload.exp) * 1000,
    }
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

/** The names of the keys that are missing or too short to be one. */
export function faultyKeys(env: Env): string[] {
  const faulty: string[] = []
  if (!isLongEnough(env.JWT_SECRET_KEY ?? '')) faulty.push('JWT_SECRET_KEY')
  // The previous key is optional, and only there while tokens signed with it are still about.
  if (env.JWT_SECRET_KEY_PREVIOUS && !isLongEnough(env.JWT_SECRET_KEY_PREVIOUS)) {
    faulty.push('JWT_SECRET_KEY_PREVIOUS')
  }
  return faulty
}

export function signingKey(env: Env) {
  const [key] = keys(env)
  if (!key) throw new ApiError('not_configured', 'JWT_SECRET_KEY is missing.')
  return key
}

export function verifyingKey(env: Env, kid: string | undefined): Uint8Array {
  const key = keys(env).find(({ id }) => id === kid)
  if (!key) throw new errors.JWKSNoMatchingKey()
  return key.bytes
}

type Claims = {
  sid: string
  role: Identity['role']
  facilitator_id: number | null
  name: string
  email: string
}

/** The first one signs; each verifies what carries its id. */
function keys(env: Env) {
  return [env.JWT_SECRET_KEY, env.JWT_SECRET_KEY_PREVIOUS]
    .filter((secret): secret is string => secret !== undefined && isLongEnough(secret))
    .map((secret) => ({ id: keyId(secret), bytes: new TextEncoder().encode(secret) }))
}

/** Tells keys apart without telling anything of them: the first 8 hex digits of the SHA-256. */
function keyId(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 8)
}

function isLongEnough(secret: string): boolean {
  return new TextEncoder().encode(secret).byteLength >= KEY_MIN_BYTES
}

function seconds(epochMs: number): number {
  return Math.floor(epochMs / 1000)
}
