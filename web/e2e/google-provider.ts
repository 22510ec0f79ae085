import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const CLIENT_ID = 'stillpoint'
const CLIENT_SECRET = 'a secret between the two'

/**
 * A real OpenID provider with pages on which somebody signs in and consents. It listens on 127.0.0.1,
 * which to a browser is another site than localhost: cookies fare as they do with Google.
 */
export async function aProvider() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    settings: {
      GOOGLE_ISSUER: issuer,
      GOOGLE_CLIENT_ID: CLIENT_ID,
      GOOGLE_CLIENT_SECRET: CLIENT_SECRET,
    },
    /** Lets people come back to this site. Who signs in there is known by the part before the `@`. */
    open(site: string) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT_ID,
            client_secret: CLIENT_SECRET,
            redirect_uris: [`${site}/api/auth/google/callback`],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        // As Google does: whoever gets the ID token need not ask again for what it may say.
        conformIdTokenClaims: false,
        findAccount: (_, sub) => ({
          accountId: sub,
          claims: () => ({
            sub,
            name: sub.replace(/@.*/, ''),
            email: sub,
            email_verified: !sub.startsWith('unverified'),
          }),
        }),
      })
      server.on('request', provider.callback())
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
