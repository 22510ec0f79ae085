import { env } from 'cloudflare:workers'
import { createHash, createPublicKey } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Env } from '../env'

const CLIENT_ID = 'stillpoint-at-google'
const CLIENT_SECRET = 'a secret between the two'
const SITE_URL = 'https://stillpoint.test'

export type Claims = JWTPayload & { email?: string; email_verified?: boolean; name?: string }
export type Signed = { token: (claims: Claims) => Promise<string> }

/**
 * An OpenID provider behind a `fetch`: its description, its keys, and codes that it gives out once,
 * to whoever knows the secret and the PKCE verifier.
 */
export async function aGoogle() {
  const issuer = `https://${crypto.randomUUID()}.example`
  const kid = crypto.randomUUID()
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }
  const codes = new Map<string, { idToken: string; challenge: string; redirectUri: string }>()

  const configured: Env = {
    ...env,
    GOOGLE_CLIENT_ID: CLIENT_ID,
    GOOGLE_CLIENT_SECRET: CLIENT_SECRET,
    GOOGLE_ISSUER: issuer,
    SITE_URL,
  }

  async function answer(url: string, init: RequestInit): Promise<Response> {
    const { pathname } = new URL(url)
    if (pathname === '/.well-known/openid-configuration') {
      return Response.json({
        issuer,
        authorization_endpoint: `${issuer}/consent`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      })
    }
    if (pathname === '/keys') return Response.json({ keys: [publicJwk] })
    if (pathname === '/token') return exchange(new URLSearchParams(String(init.body)))
    return new Response(null, { status: 404 })
  }

  function exchange(asked: URLSearchParams): Response {
    const code = asked.get('code') ?? ''
    const given = codes.get(code)
    codes.delete(code)
    const verifier = asked.get('code_verifier') ?? ''
    const isRight =
      given?.challenge === createHash('sha256').update(verifier).digest('base64url') &&
      given.redirectUri === asked.get('redirect_uri') &&
      asked.get('client_id') === CLIENT_ID &&
      asked.get('client_secret') === CLIENT_SECRET
    if (!isRight) return Response.json({ error: 'invalid_grant' }, { status: 400 })
    return Response.json({ id_token: given.idToken, access_token: 'unused', token_type: 'Bearer' })
  }

  return {
    issuer,
    kid,
    env: configured,
    /** The public key as its letters, which a forger may take for a shared secret. */
    publicPem: createPublicKey({ key: publicJwk, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString(),
    fetch: answer,
    /** What this provider would say of somebody, at any moment of these tests. */
    claims: (of: Claims = {}): Claims => ({
      iss: issuer,
      aud: CLIENT_ID,
      sub: crypto.randomUUID(),
      email: `${crypto.randomUUID()}@example.com`,
      email_verified: true,
      name: 'Ann Visitor',
      iat: nowS(),
      exp: nowS() + 3_600,
      ...of,
    }),
    sign: (claims: Claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
    /** Somebody presses "Continue" on the page that `location` is: the query they come back with. */
    async consent(location: string, token: (nonce: string) => Promise<string>) {
      const asked = new URL(location).searchParams
      const code = crypto.randomUUID()
      codes.set(code, {
        idToken: await token(asked.get('nonce') ?? ''),
        challenge: asked.get('code_challenge') ?? '',
        redirectUri: asked.get('redirect_uri') ?? '',
      })
      return `?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`
    },
  }
}

export type FakeGoogle = Awaited<ReturnType<typeof aGoogle>>

export function nowS(): number {
  return Math.floor(Date.now() / 1_000)
}
