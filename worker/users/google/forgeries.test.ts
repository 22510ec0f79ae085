import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { expect, it } from 'vitest'
import { aGoogle, type Claims, type FakeGoogle, nowS } from '../../test/google'
import { aBrowser } from '../../test/google-browser'

type Forge = (google: FakeGoogle, claims: Claims) => Promise<string>

const FORGERIES: [string, Forge][] = [
  ['for another audience', (google, claims) => google.sign({ ...claims, aud: 'another site' })],
  [
    'for another audience too',
    (google, claims) => google.sign({ ...claims, aud: [String(claims.aud), 'another site'] }),
  ],
  [
    'of another issuer',
    (google, claims) => google.sign({ ...claims, iss: 'https://evil.example' }),
  ],
  ['that has expired', (google, claims) => google.sign({ ...claims, exp: nowS() - 60 })],
  ['that never expires', (google, { exp: _, ...claims }) => google.sign(claims)],
  ['of nobody', (google, { sub: _, ...claims }) => google.sign(claims)],
  ['without a nonce', (google, { nonce: _, ...claims }) => google.sign(claims)],
  ['with a nonce of its own', (google, claims) => google.sign({ ...claims, nonce: 'made up' })],
  ['that nobody signed (alg: none)', async (_, claims) => new UnsecuredJWT(claims).encode()],
  [
    'signed by HS256 with the public key for a secret',
    (google, claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: google.kid })
        .sign(new TextEncoder().encode(google.publicPem)),
  ],
  ['signed with an unknown key', (_, claims) => signedByStranger(claims, 'unknown')],
  [
    'signed with an unknown key under the name of a known one',
    (google, claims) => signedByStranger(claims, google.kid),
  ],
  [
    'whose claims were changed after signing',
    async (google, claims) => {
      const [header, , signature] = (await google.sign(claims)).split('.')
      const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody else' }))
      return [header, changed.toString('base64url'), signature].join('.')
    },
  ],
  ['that is no token', async () => 'eyJhbGciOiJSUzI1NiJ9'],
]

it.each(FORGERIES)(
  'a browser that comes back with a proof %s is not signed in',
  async (_, forge) => {
    const google = await aGoogle()
    const browser = aBrowser(google)
    const location = await browser.start('/sessions/3')
    const query = await google.consent(location, (nonce) => forge(google, google.claims({ nonce })))
    const page = await browser.comeBack(query)
    expect(page).toBe('/sign-in?google=google_refused&back=%2Fsessions%2F3')
    expect([await browser.who(), browser.cookies.size]).toEqual([null, 0])
  },
)

it.each(FORGERIES)('a client that sends a proof %s is not signed in', async (_, forge) => {
  const google = await aGoogle()
  const client = aBrowser(google)
  const { nonce } = await (await client.post('/nonce')).json<{ nonce: string }>()
  const credential = await forge(google, google.claims({ nonce }))
  const answer = await client.post('', { credential })
  const { code } = await answer.json<{ code: string }>()
  expect([answer.status, code]).toEqual([401, 'google_refused'])
})

it.each<[string, object]>([
  ['of an email that is not verified', { email_verified: false }],
  ['that does not say whether the email is verified', { email_verified: undefined }],
  ['whose "verified" is the text "false"', { email_verified: 'false' }],
  ['without an email', { email: undefined }],
  ['whose email is none', { email: 'ann' }],
])('a stranger with a proof %s gets no account', async (_, said) => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const query = await google.consent(await browser.start(), (nonce) =>
    google.sign({ ...google.claims({ nonce }), ...said }),
  )
  expect(await browser.comeBack(query)).toBe('/sign-in?google=google_email_unverified')
  expect(await browser.who()).toBeNull()
})

it('the same ways let an honest proof in', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const honest = (nonce: string) => google.sign(google.claims({ nonce, name: 'Honest Ann' }))
  const query = await google.consent(await browser.start('/sessions/3'), honest)
  expect(await browser.comeBack(query)).toBe('/sessions/3')
  expect(await browser.who()).toMatchObject({ name: 'Honest Ann', role: 'user' })

  const client = aBrowser(google)
  const { nonce } = await (await client.post('/nonce')).json<{ nonce: string }>()
  const answer = await client.post('', { credential: await honest(nonce) })
  expect(answer.status).toBe(200)
})

async function signedByStranger(claims: Claims, kid: string): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey)
}
