import { createHash, timingSafeEqual } from 'node:crypto'
import type { Env } from '../env'
import { ApiError } from '../errors'

/**
 * Lets the CRM in by its one static token, and nobody else. Hashes are compared, so that neither
 * the length of a guess nor how far it was right can be read off the time.
 */
export function admitCrm(env: Pick<Env, 'CRM_BEARER_TOKEN'>, authorization: string | undefined) {
  if (!env.CRM_BEARER_TOKEN) {
    throw new ApiError('not_configured', 'Not set up yet: CRM_BEARER_TOKEN is missing.')
  }
  const [, shown = ''] = /^Bearer +(.+)$/i.exec(authorization ?? '') ?? []
  if (!timingSafeEqual(digest(shown), digest(env.CRM_BEARER_TOKEN))) {
    throw new ApiError('sign_in_required', 'This needs the CRM’s bearer token.')
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
