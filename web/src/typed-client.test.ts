import { hc } from 'hono/client'
import { expect, test } from 'vitest'
import type { AppType } from '../../worker/app'
import { typedClient } from './typed-client'

type Client = ReturnType<typeof hc<AppType>>

test('what a page asks is what Hono’s own client asks', async () => {
  for (const call of CALLS) expect(await askedBy(ours, call)).toEqual(await askedBy(honos, call))
})

const CALLS: ((client: Client) => Promise<unknown>)[] = [
  ({ api }) => api.site.$get(),
  ({ api }) => api.sessions[':id'].$get({ param: { id: '12' } }),
  ({ api }) => api.sessions.$get({ query: { q: 'slow & quiet', type: undefined, limit: '9' } }),
  ({ api }) => api.sessions.$get({ query: {} }),
  ({ api }) => api.auth['sign-ins'][':id'].$delete({ param: { id: 'a' } }),
  ({ api }) =>
    api.bookings.$post({
      header: { 'idempotency-key': 'k' },
      json: { session_id: 1, party_size: 2 },
    }),
  ({ api }) => api.facilitator.bookings[':id'].cancel.$post({ param: { id: '1000001' }, json: {} }),
]

const ours = (fetch: typeof globalThis.fetch) => typedClient((url, init) => fetch(url, init))
const honos = (fetch: typeof globalThis.fetch) => hc<AppType>('/', { fetch })

async function askedBy(
  clientOf: (fetch: typeof globalThis.fetch) => Client,
  call: (client: Client) => Promise<unknown>,
) {
  const asked: unknown[] = []
  const client = clientOf(async (url, init) => {
    const headers = [...new Headers(init?.headers)]
    asked.push({ url: String(url), method: init?.method, headers, body: init?.body })
    return Response.json({})
  })
  await call(client)
  expect(asked).toHaveLength(1)
  return asked
}
