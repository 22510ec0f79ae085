import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { Hono } from 'hono'
import { answerError } from '../answer-error'
import type { AppEnv } from '../context'
import { openContext } from '../open-context'
import { google as googleRoutes } from '../users/google/routes'
import { identify } from '../users/identify'
import { me } from '../users/me'
import { ORIGIN } from './client'
import type { FakeGoogle } from './google'

/** A browser, or another client, in front of our Google routes; it keeps cookies as browsers do. */
export function aBrowser(google: Pick<FakeGoogle, 'env' | 'fetch'>) {
  const app = new Hono<AppEnv>()
    .use(openContext, identify)
    .route('/api/auth/google', googleRoutes(google.fetch))
    .get('/api/auth/me', async (c) => c.json({ user: await me(c.var.ctx) }, 200))
  app.onError(answerError)
  const cookies = new Map<string, string>()

  async function ask(path: string, init: RequestInit = {}) {
    const execution = createExecutionContext()
    const headers = new Headers(init.headers)
    if (cookies.size > 0) {
      headers.set('Cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    }
    const answer = await app.request(ORIGIN + path, { ...init, headers }, google.env, execution)
    await waitOnExecutionContext(execution)
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }

  return {
    cookies,
    ask,
    /** The button: answers where it leads. */
    async start(returnTo?: string) {
      const query = returnTo === undefined ? '' : `?${new URLSearchParams({ return: returnTo })}`
      const answer = await ask(`/api/auth/google/start${query}`)
      return answer.headers.get('Location') ?? ''
    },
    /** The navigation back from Google: answers where it ends. */
    async comeBack(query: string) {
      const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
      const answer = await ask(`/api/auth/google/callback${query}`, { headers })
      return answer.headers.get('Location') ?? ''
    },
    /** Null while nobody is signed in. */
    async who(): Promise<{ id: number; email: string; name: string; role: string } | null> {
      const answer = await ask('/api/auth/me')
      return answer.ok ? (await answer.json<{ user: never }>()).user : null
    },
    post(path: string, body?: unknown) {
      return ask(`/api/auth/google${path}`, {
        method: 'POST',
        ...(body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      })
    },
  }
}
