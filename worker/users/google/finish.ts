import { z } from 'zod'
import type { Ctx } from '../../context'
import { ApiError } from '../../errors'
import type { Client, Grant } from '../grant'
import { signInAs } from './account'
import type { Attempt } from './attempts'
import { findGoogleConfig, type GoogleConfig } from './config'
import { readIdToken, refused } from './id-token'
import { askInTime, discover, type Fetch, type Provider } from './provider'

/** What a browser brings back from Google: a code, or why there is none. */
export type Brought = { code?: string | undefined; error?: string | undefined }

/** Signs in who comes back with a code. The attempt is spent, so each code is tried once. */
export async function finishWithGoogle(
  ctx: Ctx,
  attempt: Attempt,
  { code, error }: Brought,
  client: Client,
  fetch: Fetch,
): Promise<Grant> {
  if (error === 'access_denied') {
    throw new ApiError('google_declined', 'You went no further with Google. Nothing has changed.')
  }
  if (!code) throw refused('did not come')
  const config = findGoogleConfig(ctx.env)
  const provider = await discover(config.issuer, ctx.now, fetch)
  const token = await exchange(config, provider, code, attempt.verifier, fetch)
  const { person, nonce } = await readIdToken(config, provider, token, ctx.now)
  if (nonce !== attempt.nonce) throw refused('was meant for another sign-in')
  return signInAs(ctx, person, client)
}

/** The ID token for a code; Google answers to whoever knows our secret and the attempt's verifier. */
async function exchange(
  { clientId, clientSecret, callbackUrl }: GoogleConfig,
  { tokenEndpoint }: Provider,
  code: string,
  verifier: string,
  fetch: Fetch,
): Promise<string> {
  const answer = await askInTime(fetch, tokenEndpoint, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callbackUrl,
      client_id: clientId,
      client_secret: clientSecret,
      code_verifier: verifier,
    }),
  })
  const said = tokens.safeParse(await answer.json().catch(() => null))
  if (answer.ok && said.success && said.data.id_token) return said.data.id_token
  // `invalid_client` means that our own configuration is wrong, which only the operator can mend.
  console.error({ event: 'google_code_refused', status: answer.status, error: said.data?.error })
  throw refused('could not be had for this code')
}

const tokens = z.object({ id_token: z.string().optional(), error: z.string().optional() })
