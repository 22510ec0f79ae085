import type { CrmRow } from '../bookings/record'
import type { Env } from '../env'
import { toldToCrm } from './notification'

/** A CRM that thinks longer has not answered; it is asked again later. */
export const CRM_TIMEOUT_MS = 10_000

export type Configured = { CRM_SERVICE_URL: string; CRM_BEARER_TOKEN?: string }

/** Tells the outside CRM of one booking or cancellation. Throws unless it answers 2xx in time. */
export async function deliver(env: Configured, row: CrmRow, fetch = globalThis.fetch) {
  if (!env.CRM_BEARER_TOKEN) throw new Error('CRM_BEARER_TOKEN is missing')
  const answer = await fetch(addressOf(env), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${env.CRM_BEARER_TOKEN}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(toldToCrm(row)),
    // The token is for this address, not for where it may point to.
    redirect: 'manual',
    signal: AbortSignal.timeout(CRM_TIMEOUT_MS),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the CRM answered ${answer.status}`)
}

export function isConfigured(env: Env): env is Env & Configured {
  return Boolean(env.CRM_SERVICE_URL)
}

/** As the older system called it: a bare origin means the path that ours has too. */
function addressOf({ CRM_SERVICE_URL }: Configured): URL {
  const url = new URL(CRM_SERVICE_URL)
  if (url.pathname === '/') url.pathname = '/api/booking-notification'
  return url
}
