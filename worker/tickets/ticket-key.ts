import { type CryptoKey, calculateJwkThumbprint, importJWK, type JWK } from 'jose'
import type { Env } from '../env'
import { ApiError } from '../errors'

export const TICKET_ALGORITHM = 'ES256'

/** 32 bytes in base64url: each of the three numbers of a P-256 key. */
const NUMBER = /^[\w-]{43}$/

type Pair = { kty: 'EC'; crv: 'P-256'; x: string; y: string; d: string }
type TicketKey = {
  kid: string
  /** Without what signs. */
  jwk: Omit<Pair, 'd'> & { kid: string; alg: string; use: string }
  key: CryptoKey | Uint8Array
}

/** The name of the key that signs door codes, where it is missing or no ES256 key. */
export async function faultyTicketKey(env: Env): Promise<string[]> {
  const isGood = await ticketKey(env).then(
    () => true,
    () => false,
  )
  return isGood ? [] : ['TICKET_SIGNING_KEY']
}

/** What signs, and what everybody may have to verify. */
export function ticketKey(env: Env): Promise<TicketKey> {
  const text = env.TICKET_SIGNING_KEY ?? ''
  // Importing a key takes longer than signing with it, and one that is imported tells nobody more.
  if (imported?.text !== text) imported = { text, key: importPair(parsed(env)) }
  return imported.key
}

let imported: { text: string; key: Promise<TicketKey> } | null = null

async function importPair(pair: Pair | null): Promise<TicketKey> {
  if (!pair) throw new ApiError('not_configured', 'TICKET_SIGNING_KEY is missing.')
  const { d, ...point } = pair
  const kid = (await calculateJwkThumbprint(point)).slice(0, 8)
  const jwk = { ...point, kid, alg: TICKET_ALGORITHM, use: 'sig' }
  return { kid, jwk, key: await importJWK({ ...point, d }, TICKET_ALGORITHM) }
}

function parsed({ TICKET_SIGNING_KEY }: Env): Pair | null {
  try {
    const key: JWK | null = JSON.parse(TICKET_SIGNING_KEY ?? '')
    return isPair(key) ? { kty: key.kty, crv: key.crv, x: key.x, y: key.y, d: key.d } : null
  } catch {
    return null
  }
}

function isPair(key: JWK | null): key is Pair {
  const numbers = [key?.x, key?.y, key?.d]
  const isWhole = numbers.every((number) => typeof number === 'string' && NUMBER.test(number))
  return key?.kty === 'EC' && key.crv === 'P-256' && isWhole
}
