import { createHash } from 'node:crypto'

/** SHA-256 of what came with an idempotency key: the same key with another body is a mistake. */
export function fingerprint(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}
