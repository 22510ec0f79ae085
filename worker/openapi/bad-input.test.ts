import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { app } from '../app'
import { type ErrorCode, STATUS } from '../errors'
import { CALLS, type Call, methodOf, pathOf, routeOf } from '../test/calls'
import { faultsOf, theDocument } from '../test/document'
import { type Actor, aWorld, google, send, type World } from '../test/world'
import { type Documented, partsOf, takenByRoute } from './document'

beforeAll(() => vi.stubGlobal('fetch', google.fetch))
afterAll(() => vi.unstubAllGlobals())

const routes = [...takenByRoute(app).keys()]
const DEEP = '[{"a":'.repeat(5_000)
const LONG = 'x'.repeat(10_000)
const CRLF = 'Ann\r\nBcc: everybody@example.com'
const HTML = '</p><script>alert(1)</script>'

/** What a field may be given instead of what it asks for. */
const ODD_VALUES: unknown[] = [
  null,
  '',
  ' ',
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [],
  [null],
  {},
  { toString: 'x' },
  LONG,
  CRLF,
  HTML,
  '=HYPERLINK("https://evil.example";"me")',
  '\u0000\u202e\ud800',
]

const ODD_QUERIES = [
  LONG,
  '',
  '%ff%fe',
  '%00',
  '%E0%A4%A',
  '"',
  "'; DROP TABLE sessions; --",
  '* NEAR(a b) OR -^',
  '-1',
  '99999999999999999999',
  '1e3',
  '__proto__',
]

const ODD_IDS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  '9007199254740991',
  '9007199254740993',
  '999999999999999999999999',
  '1000001000001',
  '__proto__',
  '%00',
  '%ff',
  '%E0%A4%A',
  '%2e%2e%2f1',
  '1%20or%201',
  'x'.repeat(2_000),
]

const ODD_HEADERS: Record<string, string>[] = [
  { Authorization: 'Bearer' },
  { Authorization: 'Bearer a.b.c' },
  { Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.' },
  { Authorization: `Basic ${LONG}` },
  { Cookie: '__Host-access=%ff; __Host-refresh=; __Host-google=%00' },
  { 'Idempotency-Key': 'x'.repeat(201) },
  { 'Idempotency-Key': '' },
  { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  { Accept: 'text/html', 'Accept-Language': LONG },
]

describe.each(routes.filter((route) => told(route).requestBody))('the body of %s', (route) => {
  it('may be anything', async () => {
    const { survives, call } = await anInsider(route)
    const usual = JSON.stringify(call.body ?? {})
    const open = usual === '{}' ? '{' : `${usual.slice(0, -1)},`
    const notJson = (type: string) => ({ body: usual, headers: { 'Content-Type': type }, is: 415 })
    const faults: Promise<string[]>[] = [
      { body: '{', is: 400 },
      { body: `${open}"a":${DEEP}`, is: 400 },
      { body: `${open}"long":"${'x'.repeat(70_000)}"}`, is: 413 },
      notJson('text/plain'),
      notJson('application/x-www-form-urlencoded'),
      notJson('multipart/form-data; boundary=a'),
      notJson(''),
      ...['null', '[]', '"text"', '1', `${DEEP}1${'}]'.repeat(5_000)}`].map((body) => ({ body })),
      { body: `${open}"__proto__":{"role":"facilitator"},"constructor":{"prototype":{"a":1}}}` },
      { body: `${open}"unknown":"${LONG}"}` },
      { body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
      { body: usual, headers: { 'Content-Type': 'application/json; charset=utf-16' } },
    ].map(survives)
    expect((await Promise.all(faults)).flat()).toEqual([])
  })

  it('may have anything in its fields', async () => {
    const { survives, call } = await anInsider(route)
    const { properties = {} } = told(route).requestBody?.content['application/json'].schema ?? {}
    for (const field of Object.keys(properties)) {
      const faults = ODD_VALUES.map((value) =>
        survives({ body: { ...(call.body as object), [field]: value } }),
      )
      expect((await Promise.all(faults)).flat()).toEqual([])
    }
  })
})

it.each(routes)('the query and headers of %s may be anything', async (route) => {
  const { survives, call } = await anInsider(route)
  const path = pathOf(route, { ...call, query: '' })
  const names = told(route)
    .parameters.filter((one) => one.in === 'query')
    .map(({ name }) => name)
  const queries = [...names, 'unknown'].flatMap((name) => [
    ...ODD_QUERIES.map((value) => `?${name}=${value}`),
    `?${name}[]=1&${name}[a]=2`,
  ])
  const twice = names.map((name) => ({ path: `${path}?${name}=1&${name}=1`, is: 400 }))
  const faults = [
    ...[...queries, '?__proto__=1&constructor=2&%ff=%ff&=&&'].map((query) =>
      survives({ path: path + query }),
    ),
    ...ODD_HEADERS.map((headers) => survives({ headers })),
    ...twice.map(survives),
  ]
  expect((await Promise.all(faults)).flat()).toEqual([])
})

it.each(routes.filter((route) => route.includes(':id')))(
  'the id of %s may be anything',
  async (route) => {
    const { survives, call } = await anInsider(route)
    const [, path = ''] = route.split(' ')
    const faults = ODD_IDS.map((id) => survives({ path: path.replace(':id', id), body: call.body }))
    expect((await Promise.all(faults)).flat()).toEqual([])
  },
)

it.each(Object.keys(theDocument.paths))('%s answers 405 to the methods it lacks', async (path) => {
  const world = await aWorld()
  const operations = theDocument.paths[path] ?? {}
  // Some doors stand before whole folders of paths: who may not in learns nothing of what is there.
  const isHers = path.startsWith('/api/facilitator/')
  const has = Object.keys(operations).map((method) => method.toUpperCase())
  const lacks = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'OPTIONS'].filter(
    (method) => !has.includes(method),
  )
  for (const method of lacks) {
    const answer = await send(
      world,
      isHers ? 'facilitator' : 'nobody',
      method,
      path.replace('{id}', '1'),
    )
    expect([method, answer.status]).toEqual([method, 405])
    const allowed = answer.headers
      .get('Allow')
      ?.split(', ')
      .filter((one) => one !== 'HEAD')
    expect(allowed?.toSorted()).toEqual(has.toSorted())
    expect(await answer.json()).toMatchObject({
      error: expect.any(String),
      code: 'method_not_allowed',
    })
  }
})

describe('what people write stays what they wrote', () => {
  it('and is no line of a mail’s head, no formula and no markup', async () => {
    const world = await aWorld()
    const { bookingId } = world
    const names = [CRLF, '@SUM(A1)']
    const words = { notes: `=1+1${HTML}`, names, party_size: 2 }
    const body = { session_id: world.unbookedId, ...words }
    const booked = await send(world, 'other user', 'POST', '/api/bookings', { body })
    expect(booked.status).toBe(201)
    expect(bookingId).toBeGreaterThan(0)
    const sheet = await send(
      world,
      'facilitator',
      'GET',
      `/api/facilitator/sessions/${world.unbookedId}/bookings.csv`,
    )
    const text = await sheet.text()
    expect(text).toContain(`=1+1${HTML}`)
    // A cell that began with = would be reckoned out.
    expect(text).not.toMatch(/(^|[,;\r\n"])[=+@]/m)
    const listed = await send(world, 'facilitator', 'GET', '/api/facilitator/bookings')
    expect(listed.headers.get('Content-Type')).toMatch(/^application\/json/)
    expect(listed.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('and makes nobody more than they are', async () => {
    const world = await aWorld()
    const body = '{"name":"Ann","__proto__":{"role":"facilitator"},"role":"facilitator","id":1}'
    const changed = await send(world, 'user', 'PATCH', '/api/auth/me', { body })
    expect(await changed.json()).toMatchObject({ user: { id: world.user.userId, role: 'user' } })
    expect(({} as { role?: string }).role).toBeUndefined()
  })
})

/** `is`: the status where only one will do. */
type Odd = { path?: string; body?: unknown; headers?: Record<string, string>; is?: number }

/** Who gets furthest in, past the doors to what reads the request, in a world where that may be. */
async function anInsider(route: string) {
  const world = await aWorld()
  const call = (await CALLS[route]?.(world)) ?? {}
  return { call, survives: (odd: Odd) => faultsIn(world, route, call, odd) }
}

const INSIDERS: Record<Documented['x-for'], Actor> = {
  anyone: 'nobody',
  'signed in': 'user',
  facilitator: 'facilitator',
  crm: 'CRM',
}

/** What zod says for itself: for programmers, not for people. */
const LIBRARYS_OWN_WORDS = /Invalid (input|option)|Unrecognized|Too (small|big)|received/

/** Never a 500; a refusal has a sentence, and a code that goes with its status and is told of. */
async function faultsIn(world: World, route: string, call: Call, odd: Odd): Promise<string[]> {
  const path = odd.path ?? pathOf(route, call)
  const headers = { ...call.headers, ...odd.headers }
  const actor = INSIDERS[told(route)['x-for']]
  const answer = await send(world, actor, methodOf(route), path, { ...call, ...odd, headers })
  answer.webSocket?.accept()
  answer.webSocket?.close()
  const isRight = answer.status < 500 && (odd.is ?? answer.status) === answer.status
  const faults = isRight ? await faultsOf(route, answer) : [String(answer.status)]
  if (answer.status >= 400) {
    const { error, code } = await answer.json<{ error: string; code: ErrorCode }>()
    const isOurs = error && !LIBRARYS_OWN_WORDS.test(error)
    if (!isOurs || STATUS[code] !== answer.status) faults.push(`${answer.status} ${code} ${error}`)
  }
  const asked = `${route} ${JSON.stringify(odd)}`.slice(0, 160)
  return faults.map((fault) => `${asked}: ${fault}`)
}

function told(route: string): Documented {
  const { method, path } = partsOf(routeOf(route))
  const operation = theDocument.paths[path]?.[method.toLowerCase()]
  if (!operation) throw new Error(`${route} is not told of`)
  return operation
}
