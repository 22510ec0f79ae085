import { env } from 'cloudflare:workers'
import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { requestWith } from '../../test/client'
import { aCtx } from '../../test/factories'
import { aGoogle, type FakeGoogle } from '../../test/google'
import { aBrowser } from '../../test/google-browser'
import { ATTEMPT_LIFE_MS, beginAttempt, spendAttempt } from './attempts'

it('sends a browser to Google with all that will tie the answer to it', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const location = new URL(await browser.start('/sessions/3'))
  expect(location.origin + location.pathname).toBe(`${google.issuer}/consent`)
  expect(Object.fromEntries(location.searchParams)).toEqual({
    response_type: 'code',
    client_id: google.env.GOOGLE_CLIENT_ID,
    redirect_uri: 'https://stillpoint.test/api/auth/google/callback',
    scope: 'openid email profile',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  })
})

it('binds the way to the browser by a cookie that comes along from other sites', async () => {
  const google = await aGoogle()
  const answer = await aBrowser(google).ask('/api/auth/google/start')
  expect(answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, '=…'))).toEqual([
    '__Host-google=…; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
})

it('signs a browser in by cookies that no script reads, and takes the one of the way back', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const query = await consent(google, await browser.start('/sessions/3'))
  const answer = await browser.ask(`/api/auth/google/callback${query}`)
  expect(answer.headers.get('Location')).toBe('/sessions/3')
  const attributes = 'Path=/; HttpOnly; Secure; SameSite'
  expect(answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, '=…'))).toEqual([
    `__Host-google=…; Max-Age=0; ${attributes}=Lax`,
    `__Host-access=…; Max-Age=${15 * 60}; ${attributes}=Strict`,
    `__Host-refresh=…; Max-Age=${14 * 86_400}; ${attributes}=Strict`,
  ])
  const { sub } = decodeJwt(browser.cookies.get('__Host-access') ?? '')
  const { n } = (await env.DB.prepare('SELECT count(*) AS n FROM sign_ins WHERE user_id = ?')
    .bind(Number(sub))
    .first<{ n: number }>()) ?? { n: 0 }
  expect(n).toBe(1)
})

it('a state and its code are good once', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const query = await consent(google, await browser.start())
  const kept = new Map(browser.cookies)
  await browser.comeBack(query)
  const again = aBrowser(google)
  for (const [name, value] of kept) again.cookies.set(name, value)
  expect(await again.comeBack(query)).toBe('/sign-in?google=google_attempt_over')
  expect(await again.who()).toBeNull()
})

it('of two that come back at once with the same state one is signed in', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const query = await consent(google, await browser.start('/sessions/3'))
  const pages = await Promise.all([browser.comeBack(query), browser.comeBack(query)])
  expect(pages.sort()).toEqual(['/sessions/3', '/sign-in?google=google_attempt_over'])
})

it.each([
  ['without its cookie', () => {}],
  ['with a cookie of another way', (mallory: Browser) => mallory.start()],
])('another browser does not come back in its place: %s', async (_, prepare) => {
  const google = await aGoogle()
  const query = await consent(google, await aBrowser(google).start())
  const other = aBrowser(google)
  await prepare(other)
  expect(await other.comeBack(query)).toBe('/sign-in?google=google_attempt_over')
  expect(await other.who()).toBeNull()
})

it('a code of one way does not finish another: the verifier is not its own', async () => {
  const google = await aGoogle()
  const [ann, mallory] = [aBrowser(google), aBrowser(google)]
  const stolen = new URLSearchParams(await consent(google, await ann.start()))
  const own = new URLSearchParams(await consent(google, await mallory.start()))
  own.set('code', stolen.get('code') ?? '')
  expect(await mallory.comeBack(`?${own}`)).toBe('/sign-in?google=google_refused')
})

it('a proof that was asked for on another way does not finish this one', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const other = new URL(await aBrowser(google).start()).searchParams.get('nonce') ?? ''
  const query = await google.consent(await browser.start(), () =>
    google.sign(google.claims({ nonce: other })),
  )
  expect(await browser.comeBack(query)).toBe('/sign-in?google=google_refused')
})

it('the way back is open for ten minutes', async () => {
  const begun = aCtx()
  const [early, late] = [await beginAttempt(begun, '/'), await beginAttempt(begun, '/')]
  const at = (now: number, { attempt, browser }: typeof early) =>
    spendAttempt(aCtx({ now }), { state: attempt.state, browser })
  const over = begun.now + ATTEMPT_LIFE_MS
  expect(await at(over - 1, early)).toEqual(early.attempt)
  await expect(at(over, late)).rejects.toMatchObject({ code: 'google_attempt_over' })
})

it('who turns back at Google is told so, and can go on where they were', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const state = new URL(await browser.start('/sessions/3')).searchParams.get('state')
  expect(await browser.comeBack(`?error=access_denied&state=${state}`)).toBe(
    '/sign-in?google=google_declined&back=%2Fsessions%2F3',
  )
})

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'sessions/3',
  '',
])('leads to no other site: %j', async (path) => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const query = await consent(google, await browser.start(path))
  expect(await browser.comeBack(query)).toBe('/sign-in')
  expect(await browser.who()).not.toBeNull()
})

it('keeps a path of ours whole, query and fragment too', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  const query = await consent(google, await browser.start('/sessions?type=retreat#book'))
  expect(await browser.comeBack(query)).toBe('/sessions?type=retreat#book')
})

it.each(['/.well-known/openid-configuration', '/keys', '/token'])(
  'says that Google is away while its %s is',
  async (away) => {
    const google = await aGoogle()
    const fetch: FakeGoogle['fetch'] = async (url, init) => {
      if (new URL(url).pathname === away) throw new TypeError('Network connection lost.')
      return google.fetch(url, init)
    }
    const browser = aBrowser({ ...google, fetch })
    const location = await browser.start('/sessions/3')
    const page = location.startsWith('/')
      ? location
      : await browser.comeBack(await consent(google, location))
    expect(page).toBe('/sign-in?google=google_unavailable&back=%2Fsessions%2F3')
  },
)

it('sends nobody to endpoints that another issuer describes', async () => {
  const [google, other] = [await aGoogle(), await aGoogle()]
  const fetch: FakeGoogle['fetch'] = (url, init) => {
    return other.fetch(url.replace(google.issuer, other.issuer), init)
  }
  expect(await aBrowser({ ...google, fetch }).start()).toBe('/sign-in?google=google_unavailable')
})

it('no other site begins a way to Google for its visitors', async () => {
  const google = await aGoogle()
  const headers = { 'Sec-Fetch-Site': 'cross-site' }
  const answer = await aBrowser(google).ask('/api/auth/google/start', { headers })
  expect(answer.headers.get('Location')).toBe('/sign-in?google=cross_site')
  expect(answer.headers.getSetCookie()).toEqual([])
})

it('the whole Worker lets the navigation back in, though it comes from another site', async () => {
  const { env } = await aGoogle()
  const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
  const answer = await requestWith(env, '/api/auth/google/callback?code=a&state=b', { headers })
  expect([
    answer.status,
    answer.headers.get('Location'),
    answer.headers.get('Cache-Control'),
  ]).toEqual([302, '/sign-in?google=google_attempt_over', 'no-store'])
})

it('where Google is not set up the page is told so', async () => {
  const answer = await requestWith({}, '/api/auth/google/start?return=/sessions/3')
  const page = '/sign-in?google=google_off&back=%2Fsessions%2F3'
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, page])
})

type Browser = ReturnType<typeof aBrowser>

/** Somebody new presses "Continue". */
function consent(google: FakeGoogle, location: string) {
  return google.consent(location, (nonce) => google.sign(google.claims({ nonce })))
}
