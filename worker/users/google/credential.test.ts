import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { ask } from '../../test/client'
import { aCtx } from '../../test/factories'
import { aGoogle } from '../../test/google'
import { aBrowser } from '../../test/google-browser'
import { NONCE_LIFE_MS, newNonce, signInWithCredential } from './credential'

const CLIENT = { carrier: 'body', userAgent: 'a test' } as const

it('a client gets its tokens in the body for a credential made with our nonce', async () => {
  const google = await aGoogle()
  const client = aBrowser(google)
  const asked = await client.post('/nonce')
  const { nonce } = await asked.json<{ nonce: string }>()
  const answer = await client.post('', { credential: await google.sign(google.claims({ nonce })) })
  expect([asked.status, answer.status]).toEqual([201, 200])
  expect(await answer.json()).toEqual({
    user: { id: expect.any(Number), email: expect.any(String), name: 'Ann Visitor', role: 'user' },
    access_token: expect.any(String),
    refresh_token: expect.any(String),
  })
  expect(answer.headers.getSetCookie()).toEqual([])
})

it('a credential is good once', async () => {
  const google = await aGoogle()
  const client = aBrowser(google)
  const { nonce } = await (await client.post('/nonce')).json<{ nonce: string }>()
  const credential = await google.sign(google.claims({ nonce }))
  const answers = await Promise.all([1, 2, 3].map(() => client.post('', { credential })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
})

it('a credential of a browser that signed in is of no use to a client', async () => {
  const google = await aGoogle()
  const browser = aBrowser(google)
  let seen = ''
  const query = await google.consent(await browser.start(), async (nonce) => {
    seen = await google.sign(google.claims({ nonce }))
    return seen
  })
  await browser.comeBack(query)
  expect((await aBrowser(google).post('', { credential: seen })).status).toBe(401)
})

it('a nonce is good for five minutes', async () => {
  const google = await aGoogle()
  const asked = aCtx({ env: google.env })
  const useAt = async (now: number) => {
    const { nonce } = await newNonce(asked)
    const credential = await google.sign(google.claims({ nonce }))
    const ctx = aCtx({ env: google.env, now })
    return signInWithCredential(ctx, { credential }, CLIENT, google.fetch)
  }
  const over = asked.now + NONCE_LIFE_MS
  expect((await useAt(over - 1)).user.name).toBe('Ann Visitor')
  await expect(useAt(over)).rejects.toMatchObject({ code: 'google_refused' })
})

it.each([
  { google_id: '108', email: 'ann@example.com', name: 'Ann' },
  { credential: '' },
  { credential: 7 },
])('says what to send to who claims to be somebody: %j', async (body) => {
  const { status, json } = await ask('POST', '/api/auth/google', { body })
  expect([status, json.code, json.details[0].path]).toEqual([400, 'invalid', 'credential'])
  expect(json.error).toContain('Send the ID token that Google signs for you as "credential"')
})

it('where Google is not set up it says so, in whichever part is missing', async () => {
  for (const missing of ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'SITE_URL']) {
    const google = await aGoogle()
    const client = aBrowser({ ...google, env: { ...google.env, [missing]: '' } })
    for (const answer of [
      await client.post('/nonce'),
      await client.post('', { credential: 'a' }),
    ]) {
      expect([answer.status, (await answer.json<{ code: string }>()).code]).toEqual([
        409,
        'google_off',
      ])
    }
  }
  expect(env.GOOGLE_CLIENT_ID).toBeUndefined()
})

it("takes Google's own tokens, whose issuer may lack its scheme", async () => {
  const google = await aGoogle()
  const configured = { ...google.env, GOOGLE_ISSUER: '' }
  const fetch: typeof google.fetch = async (url, init) => {
    const answer = await google.fetch(
      url.replace('https://accounts.google.com', google.issuer),
      init,
    )
    const text = await answer.text()
    return new Response(text.replaceAll(google.issuer, 'https://accounts.google.com'), answer)
  }
  const client = aBrowser({ env: configured, fetch })
  for (const iss of ['https://accounts.google.com', 'accounts.google.com']) {
    const { nonce } = await (await client.post('/nonce')).json<{ nonce: string }>()
    const credential = await google.sign(google.claims({ nonce, iss }))
    expect((await client.post('', { credential })).status).toBe(200)
  }
})
