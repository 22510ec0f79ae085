import type { Ctx } from '../../context'
import { beginAttempt, challengeOf } from './attempts'
import { findGoogleConfig } from './config'
import { discover, type Fetch } from './provider'

/** Where to send a browser that wants to sign in, and what its cookie shall say. */
export async function startWithGoogle(ctx: Ctx, returnPath: string, fetch: Fetch) {
  const config = findGoogleConfig(ctx.env)
  const { authorizationEndpoint } = await discover(config.issuer, ctx.now, fetch)
  const { attempt, browser } = await beginAttempt(ctx, returnPath)
  const location = new URL(authorizationEndpoint)
  const asked = {
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: config.callbackUrl,
    scope: 'openid email profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: challengeOf(attempt),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) location.searchParams.set(name, value)
  return { location: location.href, browser }
}
