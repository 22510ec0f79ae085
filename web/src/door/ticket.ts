/*
 * What a door code says, judged on this phone alone. A code is a compact JWS (RFC 7515), signed
 * ES256, of the type `ticket+jwt`; the keys are those that the list brought along.
 */

export type TicketKey = JsonWebKey & { kid?: string }
export type Ticket = { bookingId: number; sessionId: number }

export type TicketRead =
  | { kind: 'ticket'; ticket: Ticket }
  /** It names our key, and our key did not sign it. */
  | { kind: 'forged' }
  | { kind: 'not-ours' }

const TYPE = 'ticket+jwt'
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export async function readTicket(text: string, keys: readonly TicketKey[]): Promise<TicketRead> {
  const [head, body, signature, ...rest] = text.trim().split('.')
  if (!head || !body || !signature || rest.length > 0) return { kind: 'not-ours' }
  const { typ, alg, kid } = record(head)
  const key = keys.find((one) => one.kid === kid)
  if (typ !== TYPE || alg !== 'ES256' || !key) return { kind: 'not-ours' }
  const isSigned = await verifies(key, `${head}.${body}`, signature)
  const { b, s } = record(body)
  if (!isSigned || !isId(b) || !isId(s)) return { kind: 'forged' }
  return { kind: 'ticket', ticket: { bookingId: b, sessionId: s } }
}

async function verifies(key: TicketKey, said: string, signature: string): Promise<boolean> {
  const { kty, crv, x, y } = key
  try {
    const ours = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, [
      'verify',
    ])
    return await crypto.subtle.verify(
      ALGORITHM,
      ours,
      bytes(signature),
      new TextEncoder().encode(said),
    )
  } catch {
    // What is no signature at all is none of ours.
    return false
  }
}

function record(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes(part)))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const bytes = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  )

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
