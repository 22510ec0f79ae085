import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { facilitatorInbox } from '../durable-objects'
import { ask, request, requestWith } from '../test/client'
import { aFacilitator, aSession, aUser, d1Away } from '../test/factories'

const TOKEN = 'the token of a CRM'
const crm = { CRM_BEARER_TOKEN: TOKEN }

let facilitatorId: number
beforeAll(async () => {
  facilitatorId = (await aFacilitator()).facilitatorId
})

let lastBookingId = 40
function aNotification(overrides: Record<string, unknown> = {}) {
  lastBookingId += 1
  return {
    booking_id: lastBookingId,
    user: { id: 1, email: 'ann@example.com', name: 'Ann' },
    event: { id: 1, title: 'Dawn sit', start_time: '2027-01-15T09:00:00Z' },
    facilitator_id: facilitatorId,
    ...overrides,
  }
}

type Ask = { body?: unknown; token?: string | null; changes?: object }

async function asCrm(method: string, path: string, { body, token = TOKEN, changes }: Ask = {}) {
  const headers: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const init = { method, headers, body: body === undefined ? null : JSON.stringify(body) }
  const answer = await requestWith({ ...crm, ...changes }, `/api${path}`, init)
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the test's own claim.
  const json: any = await answer.json()
  return { status: answer.status, headers: answer.headers, json }
}

const post = (body: unknown, more: Ask = {}) =>
  asCrm('POST', '/booking-notification', { body, ...more })

const notices = async (id: number) =>
  (await facilitatorInbox(env, id).list({ before: null, limit: 100 })).notices

describe('the door', () => {
  const routes = [
    ['POST', '/booking-notification'],
    ['GET', '/notifications'],
    ['PUT', '/notifications/1/process'],
  ] as const

  it('opens to the CRM’s token alone, before anything of the request is judged', async () => {
    const { bearer } = await aUser()
    for (const [method, path] of routes) {
      for (const token of [null, 'wrong', `${TOKEN}s`, bearer]) {
        const { status, json } = await asCrm(method, path, { token })
        expect([method, path, token, status]).toEqual([method, path, token, 401])
        expect(json.code).toBe('sign_in_required')
      }
    }
  })

  it('names what is missing while no token is set, an empty one too', async () => {
    for (const CRM_BEARER_TOKEN of ['', undefined]) {
      for (const [method, path] of routes) {
        const { status, json } = await asCrm(method, path, { changes: { CRM_BEARER_TOKEN } })
        expect(status).toBe(503)
        expect(json).toMatchObject({ code: 'not_configured' })
        expect(json.error).toContain('CRM_BEARER_TOKEN')
      }
    }
  })

  it('leaves the socket beside it to facilitators', async () => {
    const answer = await request('/api/notifications/socket')
    expect(answer.status).toBe(401)
    const { bearer } = await aFacilitator()
    const upgrade = await request('/api/notifications/socket', {
      headers: { Authorization: `Bearer ${bearer}`, Upgrade: 'websocket' },
    })
    expect(upgrade.status).toBe(101)
    upgrade.webSocket?.accept()
    upgrade.webSocket?.close()
  })
})

describe('POST /booking-notification', () => {
  it('logs the booking, and tells its facilitator', async () => {
    const told = aNotification({ source: 'older system' })
    const { status, json } = await post(told)
    expect(status).toBe(200)
    expect(json).toEqual({ message: expect.any(String), notification_id: expect.any(Number) })

    const { json: list } = await asCrm('GET', '/notifications')
    expect(list[0]).toEqual({
      id: json.notification_id,
      booking_id: told.booking_id,
      kind: 'new_booking',
      user: told.user,
      event: { ...told.event, start_time: '2027-01-15T09:00:00.000Z' },
      facilitator_id: facilitatorId,
      received_at: expect.stringMatching(/^\d{4}-.*Z$/),
      processed: false,
    })
    const [notice] = await notices(facilitatorId)
    expect(notice).toMatchObject({
      id: `crm:${json.notification_id}`,
      type: 'new_booking',
      booking_id: told.booking_id,
      user: { id: 1, name: 'Ann' },
      message: 'Ann booked Dawn sit.',
    })
  })

  it('is one row and one notice for each booking and kind, however often it is sent', async () => {
    const her = await aFacilitator()
    const told = aNotification({ facilitator_id: her.facilitatorId })
    const [first, again] = await Promise.all([post(told), post(told)])
    const cancelled = await post({ ...told, kind: 'booking_cancelled' })

    expect(again.json.notification_id).toBe(first.json.notification_id)
    expect(cancelled.json.notification_id).not.toBe(first.json.notification_id)
    const messages = (await notices(her.facilitatorId)).map(({ message }) => message)
    expect(messages).toEqual(['Ann cancelled Dawn sit.', 'Ann booked Dawn sit.'])
  })

  it('answers 503 when the inbox fails, and tells it when it comes again', async () => {
    const her = await aFacilitator()
    const told = aNotification({ facilitator_id: her.facilitatorId })
    const broken = { deliverOutside: () => Promise.reject(new Error('gone')) }
    const FACILITATOR_INBOX = { getByName: () => broken }
    const failed = await post(told, { changes: { FACILITATOR_INBOX } })
    expect([failed.status, failed.json.code]).toEqual([503, 'unavailable'])
    expect(failed.headers.get('Retry-After')).toBeTruthy()
    expect(await notices(her.facilitatorId)).toEqual([])

    expect((await post(told)).status).toBe(200)
    expect(await notices(her.facilitatorId)).toHaveLength(1)
  })

  it('answers 503 while D1 is away', async () => {
    const { status, json } = await post(aNotification(), { changes: { DB: d1Away() } })
    expect([status, json.code]).toEqual([503, 'unavailable'])
  })

  it('names each missing field', async () => {
    const whole = aNotification()
    const without = (path: string) => {
      const copy: Record<string, Record<string, unknown>> = structuredClone(whole) as never
      const [first = '', second] = path.split('.')
      if (second) delete copy[first]?.[second]
      else delete copy[first]
      return copy
    }
    const fields = ['booking_id', 'user', 'event', 'facilitator_id']
    const within = [
      'user.id',
      'user.email',
      'user.name',
      'event.id',
      'event.title',
      'event.start_time',
    ]
    for (const field of [...fields, ...within]) {
      const { status, json } = await post(without(field))
      expect([field, status]).toEqual([field, 400])
      expect(json).toMatchObject({ error: `${field}: This is needed.`, code: 'invalid' })
    }
  })

  it('refuses what is of another type, and a time that is none', async () => {
    const odd = [
      [{ booking_id: '7' }, 'booking_id'],
      [{ kind: 'reminder' }, 'kind'],
      [{ user: 'Ann' }, 'user'],
      [{ event: { id: 1, title: 'Sit', start_time: 'soon' } }, 'event.start_time'],
    ] as const
    for (const [change, path] of odd) {
      const { status, json } = await post(aNotification(change))
      expect([path, status, json.details[0].path]).toEqual([path, 400, path])
    }
  })

  it('reads a time without offset as the clocks of the session show it', async () => {
    const her = await aFacilitator()
    const sessionId = await aSession(her, { timeZone: 'America/New_York' })
    const event = { id: sessionId, title: 'Dawn sit', start_time: '2027-01-15T09:00' }
    await post(aNotification({ facilitator_id: her.facilitatorId, event }))
    const [notice] = await notices(her.facilitatorId)
    expect(notice?.session).toMatchObject({
      start_time: '2027-01-15T14:00:00.000Z',
      time_zone: 'America/New_York',
    })
  })

  it('keeps what it says of a facilitator we do not know, for the CRM alone', async () => {
    const nobody = 999_999
    expect((await post(aNotification({ facilitator_id: nobody }))).status).toBe(200)
    expect(await notices(nobody)).toEqual([])
  })
})

describe('GET /notifications', () => {
  it('goes on by Link in pages, newest first, each row once', async () => {
    for (let i = 0; i < 5; i++) await post(aNotification())
    const ids: number[] = []
    let path: string | undefined = '/notifications?limit=2'
    while (path) {
      const { json, headers } = await asCrm('GET', path)
      expect(json.length).toBeLessThanOrEqual(2)
      ids.push(...json.map(({ id }: { id: number }) => id))
      path = /<\/api(.+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1]
    }
    expect(ids.length).toBeGreaterThanOrEqual(5)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a))
  })

  it('shows what is processed or is not, where asked, page by page', async () => {
    const posted: number[] = []
    for (let i = 0; i < 3; i++) posted.push((await post(aNotification())).json.notification_id)
    await asCrm('PUT', `/notifications/${posted[1]}/process`)

    const idsOf = async (filter: string) => {
      const { json } = await asCrm('GET', `/notifications?processed=${filter}`)
      return json.map(({ id }: { id: number }) => id).filter((id: number) => posted.includes(id))
    }
    expect(await idsOf('true')).toEqual([posted[1]])
    expect(await idsOf('false')).toEqual([posted[2], posted[0]])
    expect(await idsOf('')).toEqual([posted[2], posted[1], posted[0]])

    const { headers } = await asCrm('GET', '/notifications?processed=false&limit=1')
    expect(headers.get('Link')).toContain('processed=false')
    const odd = await asCrm('GET', '/notifications?processed=maybe')
    expect([odd.status, odd.json.details[0].path]).toEqual([400, 'processed'])
  })

  it('reads no more rows than it shows', async () => {
    const plans = [
      'SELECT * FROM crm_notifications WHERE id < 9 ORDER BY id DESC LIMIT 101',
      'SELECT * FROM crm_notifications WHERE processed = 0 AND id < 9 ORDER BY id DESC LIMIT 101',
    ]
    for (const sql of plans) {
      const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
      const plan = results.map(({ detail }) => detail).join('; ')
      expect(plan).toContain('SEARCH')
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  })
})

describe('PUT /notifications/:id/process', () => {
  it('marks once and for all, however often it is asked', async () => {
    const { json } = await post(aNotification())
    for (let i = 0; i < 2; i++) {
      const { status, json: answer } = await asCrm(
        'PUT',
        `/notifications/${json.notification_id}/process`,
      )
      expect([status, typeof answer.message]).toEqual([200, 'string'])
    }
    const { json: list } = await asCrm('GET', '/notifications?processed=true')
    expect(list[0]).toMatchObject({ id: json.notification_id, processed: true })
  })

  it('stays, when the same booking is told again', async () => {
    const told = aNotification()
    const { json } = await post(told)
    await asCrm('PUT', `/notifications/${json.notification_id}/process`)
    await post(told)
    const { json: list } = await asCrm('GET', '/notifications')
    expect(list[0]).toMatchObject({ id: json.notification_id, processed: true })
  })

  it('answers 404 to an id that is not there', async () => {
    const { status, json } = await asCrm('PUT', '/notifications/123456789/process')
    expect([status, json.code]).toEqual([404, 'not_found'])
  })
})

describe('what our own desks do', () => {
  it('is in the log: a booking, and its cancellation as another row', async () => {
    const her = await aFacilitator()
    const ann = await aUser({ name: 'Ann Bakker' })
    const sessionId = await aSession(her, { title: 'Dusk sit' })
    const { json: booked } = await ask('POST', '/api/bookings', {
      bearer: ann.bearer,
      body: { session_id: sessionId, notes: 'My knee hurts' },
    })
    await ask('POST', `/api/bookings/${booked.booking_id}/cancel`, { bearer: ann.bearer })

    const { json: list } = await asCrm('GET', '/notifications?limit=2')
    const { json: session } = await ask('GET', `/api/sessions/${sessionId}`)
    const told = {
      id: expect.any(Number),
      booking_id: booked.booking_id,
      user: { id: ann.userId, email: ann.email, name: 'Ann Bakker' },
      event: { id: sessionId, title: 'Dusk sit', start_time: session.start_time },
      facilitator_id: her.facilitatorId,
      received_at: expect.any(String),
      processed: false,
    }
    expect(list).toEqual([
      { ...told, kind: 'booking_cancelled' },
      { ...told, kind: 'new_booking' },
    ])
  })

  it('raises no second notice when a CRM sends it back to us', async () => {
    const her = await aFacilitator()
    const ann = await aUser()
    const sessionId = await aSession(her)
    const { json: booked } = await ask('POST', '/api/bookings', {
      bearer: ann.bearer,
      body: { session_id: sessionId },
    })
    const { json: list } = await asCrm('GET', '/notifications?limit=1')
    const back = await post(list[0])
    expect(back.json.notification_id).toBe(list[0].id)
    expect((await notices(her.facilitatorId)).map((n) => n.booking_id)).toEqual([booked.booking_id])
  })
})
