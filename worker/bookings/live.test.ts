import type { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { ask, request, requestWith } from '../test/client'
import { asking, atDesk, desk } from '../test/desk'
import { aCtx, aFacilitator, aSession, aUser } from '../test/factories'
import { openAvailability } from './availability'
import { LISTENER, type LiveSeats } from './live-seats'

const UPGRADE = { headers: { Upgrade: 'websocket' } }

/** What a page hears, in its order. */
async function listening(sessionId: number) {
  const { webSocket } = await request(`/api/sessions/${sessionId}/live`, UPGRADE)
  if (!webSocket) throw new Error('no socket')
  const heard: (LiveSeats | 'pong')[] = []
  const waiting: (() => void)[] = []
  webSocket.addEventListener('message', ({ data }) => {
    heard.push(data === 'pong' ? data : JSON.parse(String(data)))
    for (const go of waiting.splice(0)) go()
  })
  webSocket.accept()
  async function next(count: number) {
    while (heard.length < count) await new Promise<void>((go) => waiting.push(go))
    return heard
  }
  return { webSocket, next }
}

it('a page hears how seats stand at once, and again when somebody books', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 3 })
  const { next, webSocket } = await listening(sessionId)
  expect(await next(1)).toMatchObject([
    { type: 'seats', session_id: sessionId, available_spots: 3 },
  ])
  await desk(sessionId).book(asking(await aUser(), { partySize: 2 }))
  const [, after] = await next(2)
  expect(after).toEqual({
    ...{ type: 'seats', session_id: sessionId, status: 'active', as_of: expect.any(String) },
    ...{ capacity: 3, taken: 2, pending: 0, waiting: 0, available_spots: 1 },
  })
  webSocket.send('ping')
  expect((await next(3)).at(-1)).toBe('pong')
  webSocket.close()
})

it('one address takes a hundred places at most, and others still listen', async () => {
  const sessionId = await aSession(await aFacilitator())
  await desk(sessionId).open()
  const statuses = (address: string, times: number) =>
    atDesk(sessionId, async (inside) => {
      const headers = { Upgrade: 'websocket', [LISTENER]: address }
      const asked = Array.from({ length: times }, () =>
        inside.fetch(new Request('https://desk/live', { headers })),
      )
      return (await Promise.all(asked)).map((answer) => answer.status)
    })
  const one = await statuses('one', 101)
  expect([one.filter((status) => status === 101).length, one.at(-1)]).toEqual([100, 503])
  expect(await statuses('another', 1)).toEqual([101])
})

it('a session of which nobody may know has no socket', async () => {
  const draft = await aSession(await aFacilitator(), { status: 'draft' })
  for (const id of [draft, 987_654]) {
    const answer = await request(`/api/sessions/${id}/live`, UPGRADE)
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not_found' }])
  }
})

it.each([1000, 1001, 1005, 1006, 1015])(
  'a line that ends with %i ends here too, and troubles nobody',
  async (code) => {
    const sessionId = await aSession(await aFacilitator())
    const { next, webSocket } = await listening(sessionId)
    await next(1)
    const closed = new Promise((go) => webSocket.addEventListener('close', go))
    await atDesk(sessionId, (inside: DurableObject, state) => {
      const [socket] = state.getWebSockets()
      if (!socket) throw new Error('nobody listens')
      return inside.webSocketClose?.(socket, code, '', false)
    })
    await closed
  },
)

it('who does not upgrade is told to', async () => {
  const sessionId = await aSession(await aFacilitator())
  const answer = await ask('GET', `/api/sessions/${sessionId}/live`)
  expect([answer.status, answer.json.code]).toEqual([426, 'upgrade_required'])
})

it('where no more sockets fit the answer says to come back', async () => {
  const full = { fetch: async () => new Response(null, { status: 503 }) }
  const BOOKING_DESK = { getByName: () => full } as unknown as typeof env.BOOKING_DESK
  const answer = await requestWith({ BOOKING_DESK }, '/api/sessions/1/live', UPGRADE)
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
  expect(await answer.json()).toMatchObject({ code: 'overloaded' })
})

it('availability tells of those asked for, in their order, and of no draft', async () => {
  const jane = await aFacilitator()
  const [open, draft, off] = await Promise.all([
    aSession(jane, { capacity: 4, taken: 1, available: 3 }),
    aSession(jane, { status: 'draft' }),
    aSession(jane, { status: 'cancelled' }),
  ])
  const { status, headers, json } = await ask(
    'GET',
    `/api/availability?ids=${off},${draft},${open}`,
  )
  expect([status, headers.get('Cache-Control')]).toEqual([200, 'public, max-age=2'])
  expect(json.sessions.map(({ id }: { id: number }) => id)).toEqual([off, open])
  expect(json.sessions[1]).toEqual({
    ...{ id: open, status: 'active', capacity: 4, taken: 1 },
    ...{ pending: 0, waiting: 0, available_spots: 3 },
  })
})

it.each(['a', '1,', '1;2', Array.from({ length: 101 }, (_, n) => n + 1).join(), '-1'])(
  'ids of %s are refused by name',
  async (ids) => {
    const { status, json } = await ask('GET', `/api/availability?ids=${ids}`)
    expect([status, json.details[0].path]).toEqual([400, 'ids'])
  },
)

it('however many ask, D1 is asked once in two seconds', async () => {
  let reads = 0
  const find = openAvailability(async () => {
    reads++
    return []
  })
  const at = (now: number) => find(aCtx({ now }), null)
  await Promise.all(Array.from({ length: 50 }, () => at(10_000)))
  await at(11_999)
  expect(reads).toBe(1)
  expect((await at(12_000)).as_of).toBe('1970-01-01T00:00:12.000Z')
  expect(reads).toBe(2)
})

it('a reading that failed is not kept', async () => {
  let reads = 0
  const find = openAvailability(async () => {
    if (reads++ === 0) throw new Error('D1 is away')
    return []
  })
  await expect(find(aCtx(), null)).rejects.toThrow('away')
  expect((await find(aCtx(), null)).sessions).toEqual([])
})

it('many at once, each on a request of its own, are all answered', async () => {
  await aSession(await aFacilitator())
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask('GET', '/api/availability')),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
})
