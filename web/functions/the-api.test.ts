import { expect, test, vi } from 'vitest'
import type { Call } from './env'
import { found, theApi, theSite } from './the-api'

test('no cookie of the reader goes to the API, but the address that the limits count does', async () => {
  let asked: Request | undefined
  const call = aCall((request) => {
    asked = request
    return Response.json({})
  })
  await theApi(call).sessions[':id'].$get({ param: { id: '7' } })
  expect(asked?.url).toBe('https://asked.example/api/sessions/7')
  expect(asked?.headers.get('Cookie')).toBe(null)
  expect(asked?.headers.get('CF-Connecting-IP')).toBe('192.0.2.1')
})

test('what is not there is told apart from what nobody could say', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const ask = (answer: () => Response) =>
    found(theApi(aCall(answer)).sessions[':id'].$get({ param: { id: '7' } }))
  const refused = (status: number) => () => Response.json({ error: '', code: 'x' }, { status })
  expect(await ask(() => Response.json({ id: 7 }))).toEqual({ id: 7 })
  expect(await ask(refused(404))).toBe(null)
  for (const status of [429, 500, 503]) expect(await ask(refused(status))).toBe(undefined)
  expect(await ask(() => new Response('<html>'))).toBe(undefined)
  expect(
    await ask(() => {
      throw new DOMException('', 'TimeoutError')
    }),
  ).toBe(undefined)
})

test('the site lives at its configured address, or else where it was asked', async () => {
  const siteOf = (site: object, status = 200) =>
    theSite(aCall(() => Response.json(site, { status })))
  expect(await siteOf({ name: 'The Quiet Room', url: 'https://quiet.example/' })).toMatchObject({
    name: 'The Quiet Room',
    origin: 'https://quiet.example',
  })
  const asked = { name: 'Stillpoint', origin: 'https://asked.example' }
  expect(await siteOf({ name: 'Stillpoint', url: null })).toMatchObject(asked)
  expect(await siteOf({ name: 'Stillpoint', url: 'no address' })).toMatchObject(asked)
  expect(await siteOf({ error: '', code: 'unavailable' }, 503)).toMatchObject(asked)
})

/** A reader who is signed in, in front of an API that answers so. */
function aCall(answer: (request: Request) => Response): Call {
  const API = {
    fetch: async (url: string, init: RequestInit) => {
      expect(init.signal).toBeInstanceOf(AbortSignal)
      return answer(new Request(url, init))
    },
  }
  const request = new Request('https://asked.example/sessions/7', {
    headers: { 'CF-Connecting-IP': '192.0.2.1', Cookie: '__Host-access=mine' },
  })
  return { request, env: { API } } as unknown as Call
}
