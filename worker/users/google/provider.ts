import { createRemoteJWKSet, customFetch } from 'jose'
import { z } from 'zod'
import { ApiError } from '../../errors'

const TIMEOUT_MS = 4_000
const KEPT_MS = 3_600_000

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Where the provider answers, and the keys it signs with. */
export type Provider = {
  authorizationEndpoint: string
  tokenEndpoint: string
  keys: ReturnType<typeof createRemoteJWKSet>
}

/** What earlier requests of this isolate have read; the keys refresh themselves. */
const known = new Map<string, { provider: Provider; keptUntil: number }>()

/** Reads the provider's own description of itself. 503 `google_unavailable`. */
export async function discover(issuer: string, now: number, fetch: Fetch): Promise<Provider> {
  const kept = known.get(issuer)
  if (kept && kept.keptUntil > now) return kept.provider
  const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`
  const answer = await askProvider(fetch, url, { headers: { Accept: 'application/json' } })
  const said = description.safeParse(await answer.json().catch(() => null))
  // A description of somebody else's endpoints would send our visitors and our secret there.
  if (!said.success || said.data.issuer !== issuer) throw unavailable()
  const provider = {
    authorizationEndpoint: said.data.authorization_endpoint,
    tokenEndpoint: said.data.token_endpoint,
    keys: createRemoteJWKSet(new URL(said.data.jwks_uri), {
      [customFetch]: (keysUrl, init) => askProvider(fetch, keysUrl, init),
    }),
  }
  known.set(issuer, { provider, keptUntil: now + KEPT_MS })
  return provider
}

/** Answers only what the provider answers well; nobody waits long for one that is away. */
async function askProvider(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  const answer = await askInTime(fetch, url, init)
  if (!answer.ok) throw unavailable()
  return answer
}

/** The provider's answer, refusals too: what a code is exchanged for, or why not. */
export async function askInTime(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const answer = await fetch(url, { redirect: 'manual', ...init, signal })
    if (answer.status >= 500) throw unavailable()
    return answer
  } catch {
    throw unavailable()
  }
}

function unavailable() {
  return new ApiError(
    'google_unavailable',
    'Google cannot be reached just now. Try again in a moment, or sign in with your password.',
  )
}

const description = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})
