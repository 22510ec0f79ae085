import { type CryptoKey, calculateJwkThumbprint, importJWK, type JWK } from 'jose'
import type { Env } from '../env'
import { ApiError } from '../errors'

export const TICKET_ALGORITHM = 'ES256'

/** 32 bytes in base64url: each of the three numbers of a P-256 key. */
const NUMBER = /^[\w-]{43}$/

/** What verifies: the public half of a key. */
type Point = { kty: 'EC'; crv: 'P-256'; x: string; y: string }
type PublicKey = Point & { kid: string; alg: string; use: string }
type TicketKey = { kid: string; jwk: PublicKey; key: CryptoKey | Uint8Array }

/** The names of the keys of door codes that are missing or none of ES256. */
export async function faultyTicketKeys(env: Env): Promise<string[]> {
  const isGood = (key: Promise<unknown>) =>
    key.then(
      () => true,
      () => false,
    )
  const [signs, verifies] = await Promise.all([
    isGood(ticketKey(env)),
    isGood(previousTicketKey(env)),
  ])
  return [
    ...(signs ? [] : ['TICKET_SIGNING_KEY']),
    ...(verifies ? [] : ['TICKET_SIGNING_KEY_PREVIOUS']),
  ]
}

/** What signs, and what everybody may have to verify. */
export function ticketKey(env: Env): Promise<TicketKey> {
  const text = env.TICKET_SIGNING_KEY ?? ''
  // Importing a key takes longer than signing with it, and one that is imported tells nobody more.
  if (imported?.text !== text) imported = { text, key: importPair(text) }
  return imported.key
}

let imported: { text: string; key: Promise<TicketKey> } | null = null

/** What codes drawn before a change of keys are good by, where operators left it. It signs nothing. */
export function previousTicketKey(env: Env): Promise<PublicKey | null> {
  const text = env.TICKET_SIGNING_KEY_PREVIOUS ?? ''
  if (previous?.text !== text) previous = { text, key: importPoint(text) }
  return previous.key
}

let previous: { text: string; key: Promise<PublicKey | null> } | null = null

async function importPoint(text: string): Promise<PublicKey | null> {
  if (text === '') return null
  const point = pointOf(parsed(text))
  if (!point) throw new ApiError('not_configured', 'TICKET_SIGNING_KEY_PREVIOUS is no key.')
  // A point that lies on no curve is none.
  await importJWK(point, TICKET_ALGORITHM)
  return publicKey(point)
}

async function importPair(text: string): Promise<TicketKey> {
  const pair = parsed(text)
  const point = pointOf(pair)
  if (!point || !isNumber(pair?.d)) {
    throw new ApiError('not_configured', 'TICKET_SIGNING_KEY is missing.')
  }
  const jwk = await publicKey(point)
  const key = await importJWK({ ...point, d: pair?.d }, TICKET_ALGORITHM)
  return { kid: jwk.kid, jwk, key }
}

async function publicKey(point: Point): Promise<PublicKey> {
  const kid = (await calculateJwkThumbprint(point)).slice(0, 8)
  return { ...point, kid, alg: TICKET_ALGORITHM, use: 'sig' }
}

function parsed(text: string): JWK | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function pointOf(key: JWK | null): Point | null {
  if (key?.kty !== 'EC' || key.crv !== 'P-256') return null
  const { x, y } = key
  return isNumber(x) && isNumber(y) ? { kty: 'EC', crv: 'P-256', x, y } : null
}

function isNumber(text: unknown): text is string {
  return typeof text === 'string' && NUMBER.test(text)
}
