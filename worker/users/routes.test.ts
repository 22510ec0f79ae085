import { env } from 'cloudflare:workers'
import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { ask, ORIGIN, request } from '../test/client'
import { aFacilitator, aUser } from '../test/factories'

const PASSWORD = 'a long enough password'

describe('registering', () => {
  it('gives a client its tokens in the body and no cookie', async () => {
    const { status, json, headers } = await ask('POST', '/api/auth/register', { body: ann() })
    expect(status).toBe(201)
    expect(json.user).toEqual({
      id: expect.any(Number),
      email: expect.stringContaining('@example.com'),
      name: 'Ann',
      role: 'user',
    })
    expect(headers.getSetCookie()).toEqual([])
    const bearer = json.access_token
    expect((await ask('GET', '/api/auth/me', { bearer })).json.user).toMatchObject({
      name: 'Ann',
      role: 'user',
      time_zone: 'UTC',
      facilitator: null,
    })
  })

  it('gives a browser cookies that no script reads, and no token in the body', async () => {
    const answer = await fromPage('/api/auth/register', ann())
    expect(answer.status).toBe(201)
    expect(Object.keys(await answer.json<object>())).toEqual(['user'])
    const attributes = 'Path=/; HttpOnly; Secure; SameSite=Strict'
    expect(answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, '=…'))).toEqual([
      `__Host-access=…; Max-Age=${15 * 60}; ${attributes}`,
      `__Host-refresh=…; Max-Age=${14 * 86_400}; ${attributes}`,
    ])
  })

  it('makes a facilitator of who wants to be one', async () => {
    const body = ann({ role: 'facilitator', bio: 'Twenty years.', time_zone: 'europe/amsterdam' })
    const { json } = await ask('POST', '/api/auth/register', { body })
    expect(json.user.role).toBe('facilitator')
    const { user } = (await ask('GET', '/api/auth/me', { bearer: json.access_token })).json
    expect(user.time_zone).toBe('Europe/Amsterdam')
    expect(user.facilitator).toEqual({
      id: decodeJwt(json.access_token).facilitator_id,
      bio: 'Twenty years.',
      specialization: '',
      approved: true,
    })
  })

  it('takes what older forms send: empty optional fields and fields it does not know', async () => {
    const empty = { role: '', bio: '', specialization: '', time_zone: '' }
    const body = ann({ ...empty, confirmPassword: PASSWORD })
    expect((await ask('POST', '/api/auth/register', { body })).status).toBe(201)
  })

  it('refuses an email that exists, whatever its case and the spaces around it', async () => {
    const body = ann()
    await ask('POST', '/api/auth/register', { body })
    const again = { ...body, email: ` ${body.email.toUpperCase()} ` }
    const { status, json } = await ask('POST', '/api/auth/register', { body: again })
    expect([status, json.code, json.details[0].path]).toEqual([409, 'email_taken', 'email'])
  })

  it('gives one email, asked for by two at once, to exactly one of them', async () => {
    const body = ann()
    const loud = { ...body, email: body.email.toUpperCase() }
    const answers = await Promise.all(
      [body, loud].map((body) => ask('POST', '/api/auth/register', { body })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it.each([
    ['name', { name: undefined }],
    ['name', { name: '   ' }],
    ['name', { name: 7 }],
    ['name', { name: 'x'.repeat(101) }],
    ['email', { email: 'nobody' }],
    ['email', { email: 7 }],
    ['password', { password: 'x'.repeat(7) }],
    ['password', { password: 'x'.repeat(129) }],
    ['password', { password: 12345678 }],
    ['role', { role: 'operator' }],
    ['bio', { bio: 'x'.repeat(2001) }],
    ['specialization', { specialization: ['yoga'] }],
    ['time_zone', { time_zone: 'Mars/Olympus' }],
    ['time_zone', { time_zone: '+02:00' }],
  ])('names the field %s when it is wrong (%#)', async (path, wrong) => {
    const { status, json } = await ask('POST', '/api/auth/register', { body: ann(wrong) })
    expect([status, json.code, json.details[0].path]).toEqual([400, 'invalid', path])
    expect(json.error).toContain(path)
  })
})

describe('signing in', () => {
  it('answers alike for a wrong password, an unknown email and an account without one', async () => {
    const body = ann()
    await ask('POST', '/api/auth/register', { body })
    const guest = await aUser()
    const tries = [
      { email: body.email, password: 'something else' },
      { email: 'nobody@example.com', password: PASSWORD },
      { email: guest.email, password: PASSWORD },
      { email: 'no email at all', password: '' },
    ]
    for (const credentials of tries) {
      const { status, json } = await ask('POST', '/api/auth/login', { body: credentials })
      expect(status).toBe(401)
      expect(json).toEqual({
        error: 'That email and password do not go together.',
        code: 'wrong_credentials',
      })
    }
  })

  it('names a field that is no text', async () => {
    const body = { email: 'ann@example.com', password: 12345678 }
    const { status, json } = await ask('POST', '/api/auth/login', { body })
    expect([status, json.details]).toEqual([
      400,
      [{ path: 'password', message: 'Text is expected here.' }],
    ])
  })

  it('lets a browser go on by its cookies alone, until it signs out', async () => {
    const body = ann()
    await ask('POST', '/api/auth/register', { body })
    const signedIn = await fromPage('/api/auth/login', { ...body, email: body.email.toUpperCase() })
    expect(signedIn.status).toBe(200)
    const Cookie = cookiesOf(signedIn)
    expect((await ask('GET', '/api/auth/me', { headers: { Cookie } })).status).toBe(200)

    const out = await fromPage('/api/auth/logout', undefined, Cookie)
    expect(await out.json()).toEqual({ message: 'You are signed out.' })
    expect(out.headers.getSetCookie()).toEqual([
      '__Host-access=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
      '__Host-refresh=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    ])
    const refreshed = await fromPage('/api/auth/refresh', undefined, Cookie)
    expect([refreshed.status, await codeOf(refreshed)]).toEqual([401, 'sign_in_ended'])
  })

  it('ends by access token or refresh token alone, and twice is fine', async () => {
    for (const by of ['access_token', 'refresh_token']) {
      const { json } = await ask('POST', '/api/auth/register', { body: ann() })
      const { refresh_token } = json
      const way =
        by === 'access_token' ? { bearer: json.access_token } : { body: { refresh_token } }
      expect((await ask('POST', '/api/auth/logout', way)).status).toBe(200)
      expect((await ask('POST', '/api/auth/logout', way)).status).toBe(200)
      const after = await ask('POST', '/api/auth/refresh', { body: { refresh_token } })
      expect([after.status, after.json.code]).toEqual([401, 'sign_in_ended'])
    }
  })
})

describe('refreshing', () => {
  it('exchanges a body token in the body', async () => {
    const { json } = await ask('POST', '/api/auth/register', { body: ann() })
    const { refresh_token } = json
    const next = await ask('POST', '/api/auth/refresh', { body: { refresh_token } })
    expect(next.status).toBe(200)
    expect(next.json.user).toEqual(json.user)
    expect(next.json.refresh_token).not.toBe(refresh_token)
    expect(next.headers.getSetCookie()).toEqual([])
  })

  it('exchanges cookies for cookies', async () => {
    const Cookie = cookiesOf(await fromPage('/api/auth/register', ann()))
    const next = await fromPage('/api/auth/refresh', undefined, Cookie)
    expect(next.status).toBe(200)
    expect(Object.keys(await next.json<object>())).toEqual(['user'])
    expect(cookiesOf(next)).toMatch(/^__Host-access=\S+; __Host-refresh=\S+$/)
    expect(cookiesOf(next)).not.toBe(Cookie)
  })

  it('clears the cookies of a sign-in that is over', async () => {
    const answer = await fromPage('/api/auth/refresh', undefined, '__Host-refresh=none.such')
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'sign_in_ended'])
    expect(answer.headers.getSetCookie()).toHaveLength(2)
  })

  it('names the token that a client forgot, and tells a browser without one to sign in', async () => {
    const client = await ask('POST', '/api/auth/refresh', {})
    expect([client.status, client.json.details[0].path]).toEqual([400, 'refresh_token'])
    const page = await fromPage('/api/auth/refresh', undefined)
    expect([page.status, await codeOf(page)]).toEqual([401, 'sign_in_required'])
  })
})

describe('being known', () => {
  it('takes an Authorization header for all there is: a bad one is 401 even beside a good cookie', async () => {
    const Cookie = cookiesOf(await fromPage('/api/auth/register', ann()))
    for (const Authorization of ['Bearer nonsense', 'Bearer', 'Basic YTpi']) {
      const answer = await ask('GET', '/api/auth/me', { headers: { Cookie, Authorization } })
      expect([answer.status, answer.json.code]).toEqual([401, 'sign_in_required'])
    }
    const jane = await aFacilitator()
    const { json } = await ask('GET', '/api/auth/me', { bearer: jane.bearer, headers: { Cookie } })
    expect(json.user.id).toBe(jane.userId)
  })

  it('takes an unreadable cookie for a stranger, so that public pages load', async () => {
    const headers = { Cookie: '__Host-access=nonsense' }
    expect((await ask('GET', '/api/site', { headers })).status).toBe(200)
    expect((await ask('GET', '/api/auth/me', { headers })).json.code).toBe('sign_in_required')
  })

  it('keeps a facilitator who waits for approval out of nothing but publishing', async () => {
    const jane = await aFacilitator({ approvedAt: null })
    const { json } = await ask('GET', '/api/auth/me', { bearer: jane.bearer })
    expect(json.user.facilitator).toMatchObject({ id: jane.facilitatorId, approved: false })
  })
})

it('a body token lives as long as JWT_EXPIRES_HOURS says', async () => {
  const { json } = await ask('POST', '/api/auth/register', { body: ann() })
  const { iat = 0, exp = 0 } = decodeJwt(json.access_token)
  expect(exp - iat).toBe(Number(env.JWT_EXPIRES_HOURS) * 3600)
})

function ann(changes: Record<string, unknown> = {}) {
  const email = `${crypto.randomUUID()}@example.com`
  return { name: 'Ann', email, password: PASSWORD, ...changes }
}

/** A POST as a page of ours sends it. */
function fromPage(path: string, body: unknown, Cookie?: string) {
  return request(path, {
    method: 'POST',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      Origin: ORIGIN,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(Cookie ? { Cookie } : {}),
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
}

function cookiesOf(answer: Response): string {
  const pairs = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return pairs.join('; ')
}

async function codeOf(answer: Response): Promise<string> {
  return (await answer.json<{ code: string }>()).code
}
