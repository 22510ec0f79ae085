import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { facilitatorInbox } from '../durable-objects'
import { ask, ORIGIN, request } from '../test/client'
import { aFacilitator, aUser } from '../test/factories'
import { anEvent, events, listen } from '../test/inbox'
import { ACCESS_COOKIE } from '../users/cookies'

const SOCKET = '/api/notifications/socket'
const HISTORY = '/api/facilitator/notifications'

const upgrade = (path: string, headers: Record<string, string>) =>
  request(path, { headers: { Upgrade: 'websocket', ...headers } })

const byBearer = (who: { bearer: string }) => ({ Authorization: `Bearer ${who.bearer}` })
const byCookie = (who: { bearer: string }) => ({ Cookie: `__Host-${ACCESS_COOKIE}=${who.bearer}` })

const codeOf = async (answer: Response) => [
  answer.status,
  (await answer.json<{ code: string }>()).code,
]

describe('GET /api/notifications/socket', () => {
  it('opens to a Bearer without an Origin, and replays what was missed', async () => {
    const jane = await aFacilitator()
    await facilitatorInbox(env, jane.facilitatorId).deliver(events(1, 3))
    const client = listen(await upgrade(`${SOCKET}?after=1`, byBearer(jane)))
    await client.settle()
    expect(client.seqs()).toEqual([2, 3])
  })

  it('opens to a cookie on our own origin', async () => {
    const jane = await aFacilitator()
    const answer = await upgrade(SOCKET, { ...byCookie(jane), Origin: ORIGIN })
    expect((await listen(answer).first('hello')).unread).toBe(0)
  })

  it.each([
    ['another site', { Origin: 'https://elsewhere.example' }],
    ['a page without origin', { Origin: 'null' }],
    ['who knows where', {}],
  ])('refuses a cookie from %s', async (_, origin: Record<string, string>) => {
    const answer = await upgrade(SOCKET, { ...byCookie(await aFacilitator()), ...origin })
    expect(await codeOf(answer)).toEqual([403, 'cross_site'])
  })

  it('says 426 to what is no upgrade', async () => {
    const answer = await ask('GET', SOCKET, await aFacilitator())
    expect([answer.status, answer.json.code]).toEqual([426, 'upgrade_required'])
  })

  it('is for facilitators who are signed in', async () => {
    expect(await codeOf(await upgrade(SOCKET, { Origin: ORIGIN }))).toEqual([
      401,
      'sign_in_required',
    ])
    expect(await codeOf(await upgrade(SOCKET, byBearer(await aUser())))).toEqual([
      403,
      'facilitators_only',
    ])
    expect(await codeOf(await upgrade(SOCKET, { Authorization: 'Bearer x' }))).toEqual([
      401,
      'sign_in_required',
    ])
  })

  it.each(['after=-1', 'after=two', 'after=1&after=2', `epoch=${'e'.repeat(65)}`])(
    'names what is wrong with ?%s',
    async (query) => {
      const jane = await aFacilitator()
      const answer = await upgrade(`${SOCKET}?${query}`, byBearer(jane))
      expect(await answer.json()).toMatchObject({
        code: 'invalid',
        details: [{ path: query.split('=')[0] }],
      })
    },
  )

  it('never reaches the inbox of another, whatever the client sends along', async () => {
    const [jane, other] = [await aFacilitator(), await aFacilitator()]
    const claims = JSON.stringify({ facilitatorId: jane.facilitatorId, userId: jane.userId })
    const path = `${SOCKET}?after=0&facilitator_id=${jane.facilitatorId}&upgrade=${encodeURIComponent(claims)}`
    const client = listen(await upgrade(path, { ...byBearer(other), 'X-Upgrade': claims }))
    await facilitatorInbox(env, jane.facilitatorId).deliver([anEvent(1)])
    await facilitatorInbox(env, other.facilitatorId).deliver([anEvent(1, { session_id: 2 })])
    client.say({ type: 'read', ids: ['1:1'] })
    await client.settle()
    expect(client.all('notice').map(({ notice }) => notice.id)).toEqual(['2:1'])
    expect((await ask('GET', HISTORY, jane)).json).toMatchObject([{ id: '1:1', read: false }])
  })

  it('is closed by signing out', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    const account = { email, password: 'correct horse battery', name: 'Jane', role: 'facilitator' }
    const { json } = await ask('POST', '/api/auth/register', { body: account })
    const client = listen(await upgrade(SOCKET, byBearer({ bearer: json.access_token })))
    await client.first('hello')
    const left = await ask('POST', '/api/auth/logout', {
      bearer: json.access_token,
      body: { refresh_token: json.refresh_token },
    })
    expect(left.status).toBe(200)
    expect(await client.closed).toBe(4401)
  })
})

describe('GET /api/facilitator/notifications', () => {
  it('lists newest first, in pages, with what is unread', async () => {
    const jane = await aFacilitator()
    await facilitatorInbox(env, jane.facilitatorId).deliver(events(1, 5))
    const seqs: number[] = []
    let next: string | undefined = `${HISTORY}?limit=2`
    while (next) {
      const answer = await ask('GET', next, jane)
      expect(answer.headers.get('X-Unread')).toBe('5')
      seqs.push(...answer.json.map(({ seq }: { seq: number }) => seq))
      next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1]
    }
    expect(seqs).toEqual([5, 4, 3, 2, 1])
  })

  it('lists some kinds, one session, or what is unread, each over pages', async () => {
    const jane = await aFacilitator()
    const inbox = facilitatorInbox(env, jane.facilitatorId)
    const told = [
      'new_booking',
      'booking_cancelled',
      'waitlist_joined',
      'session_cancelled',
    ] as const
    await inbox.deliver(
      [1, 2, 3, 4, 5, 6, 7, 8].map((rev) =>
        anEvent(rev, { type: told[rev % 4] ?? 'new_booking', session_id: rev > 4 ? 2 : 1 }),
      ),
    )
    await inbox.markRead({ through: 3 })
    const all = async (query: string) => {
      const seqs: number[] = []
      let next: string | undefined = `${HISTORY}?limit=1&${query}`
      while (next) {
        const answer = await ask('GET', next, jane)
        expect(answer.headers.get('X-Unread')).toBe('5')
        seqs.push(...answer.json.map(({ seq }: { seq: number }) => seq))
        next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1]
      }
      return seqs
    }
    expect(await all('type=booking_cancelled')).toEqual([5, 1])
    expect(await all('type=booking_cancelled,session_cancelled')).toEqual([7, 5, 3, 1])
    expect(await all('session=1')).toEqual([4, 3, 2, 1])
    expect(await all('unread=1')).toEqual([8, 7, 6, 5, 4])
    expect(await all('unread=1&session=1&type=new_booking')).toEqual([4])
    expect(await all('type=waitlist_left')).toEqual([])
  })

  it('is empty before anything happened', async () => {
    const answer = await ask('GET', HISTORY, await aFacilitator())
    expect([answer.status, answer.json, answer.headers.get('Link')]).toEqual([200, [], null])
  })

  it.each(['limit=0', 'limit=101', 'limit=x', 'before=x', 'type=x', 'session=x', 'unread=0'])(
    'names what is wrong with ?%s',
    async (query) => {
      const answer = await ask('GET', `${HISTORY}?${query}`, await aFacilitator())
      expect(answer.status).toBe(400)
      expect(answer.json.details[0].path).toBe(query.split('=')[0])
    },
  )

  it('is for facilitators who are signed in', async () => {
    expect((await ask('GET', HISTORY)).status).toBe(401)
    expect((await ask('GET', HISTORY, await aUser())).status).toBe(403)
  })
})

describe('POST /api/facilitator/notifications/read', () => {
  it('marks some by id, or all up to one, and tells her windows', async () => {
    const jane = await aFacilitator()
    await facilitatorInbox(env, jane.facilitatorId).deliver(events(1, 4))
    const client = listen(await upgrade(SOCKET, byBearer(jane)))
    const mark = async (body: unknown) =>
      (await ask('POST', `${HISTORY}/read`, { ...jane, body })).json.unread
    expect(await mark({ ids: ['1:4', 'none of hers'] })).toBe(3)
    expect(await mark({ through: 2, colour: 'blue' })).toBe(1)
    await client.settle()
    expect(client.all('read').map(({ ids }) => ids)).toEqual([['1:4'], ['1:1', '1:2']])
  })

  it('answers a mark by which it is taken back', async () => {
    const jane = await aFacilitator()
    await facilitatorInbox(env, jane.facilitatorId).deliver(events(1, 2))
    const { mark } = (await ask('POST', `${HISTORY}/read`, { ...jane, body: { through: 2 } })).json
    const answer = await ask('POST', `${HISTORY}/unread`, { ...jane, body: { mark } })
    expect(answer).toMatchObject({ status: 200, json: { unread: 2 } })
    const wrong = await ask('POST', `${HISTORY}/unread`, { ...jane, body: { mark: 1 } })
    expect(wrong.json.details[0].path).toBe('mark')
  })

  it.each([
    [{}, 'ids'],
    [{ ids: ['1:1'], through: 1 }, 'ids'],
    [{ ids: [] }, 'ids'],
    [{ ids: '1:1' }, 'ids'],
    [{ through: '3' }, 'through'],
    [{ through: -1 }, 'through'],
    [[], 'body'],
  ])('names what is wrong with %j', async (body, path) => {
    const answer = await ask('POST', `${HISTORY}/read`, { ...(await aFacilitator()), body })
    expect(answer.status).toBe(400)
    expect(answer.json.details[0].path).toBe(path)
  })
})
