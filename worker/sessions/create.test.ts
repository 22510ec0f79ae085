import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import { DatabaseUnavailable } from '../errors'
import { fingerprint } from '../fingerprint'
import { ask, request } from '../test/client'
import { withFaultyD1 } from '../test/desk'
import { aCtx, aFacilitator, aUser, d1Away } from '../test/factories'
import { faultyD1 } from '../test/faults'
import { aBody, inAYear } from '../test/session-body'
import { createSession } from './create'
import { insertSession, type NewSessionRow } from './queries'
import { newSession } from './schema'

const create = (bearer: string | undefined, body: unknown, key?: string) =>
  ask('POST', '/api/sessions', {
    ...(bearer ? { bearer } : {}),
    body,
    ...(key ? { headers: { 'Idempotency-Key': key } } : {}),
  })

async function countSessionsOf(facilitatorId: number) {
  const count = env.DB.prepare('SELECT count(*) AS n FROM sessions WHERE facilitator_id = ?')
  return (await count.bind(facilitatorId).first<{ n: number }>())?.n
}

describe('who may create', () => {
  it('nobody who is not signed in', async () => {
    expect(await create(undefined, aBody())).toMatchObject({ status: 401 })
  })

  it('no visitor, whatever the body', async () => {
    const { bearer } = await aUser()
    const answer = await create(bearer, { title: 7 })
    expect(answer).toMatchObject({ status: 403, json: { code: 'facilitators_only' } })
  })

  it('a facilitator without approval drafts, but does not publish', async () => {
    const jane = await aFacilitator({ approvedAt: null })
    const published = await create(jane.bearer, aBody())
    expect(published).toMatchObject({ status: 403, json: { code: 'approval_pending' } })
    expect(await countSessionsOf(jane.facilitatorId)).toBe(0)
    const draft = await create(jane.bearer, aBody({ status: 'draft' }))
    expect(draft).toMatchObject({ status: 201, json: { session: { status: 'draft' } } })
  })
})

describe('what is created', () => {
  it('an active session that can be read at once, with every field as it was sent', async () => {
    const jane = await aFacilitator()
    const fields = {
      title: 'Spring Retreat',
      description: 'Three quiet days.',
      session_type: 'retreat',
      time_zone: 'Europe/Amsterdam',
      capacity: 12,
      price: 349.5,
      payment_note: 'By transfer',
      place_name: 'The Barn',
      place_address: 'Dike 1',
      online_url: 'https://example.com/room',
      what_to_expect: 'Silence',
      arrival_note: 'Ring twice',
      days: [{ date: inAYear('-05-02'), title: 'Sitting', text: 'All morning' }],
      booking_closes_hours: 24,
      free_cancel_hours: 48,
      waitlist_policy: 'strict',
      promotion_closes_hours: 12,
    }
    const { status, json } = await create(jane.bearer, {
      ...fields,
      start_time: inAYear('-05-01T16:00'),
      end_time: inAYear('-05-03T11:00:00+02:00'),
    })
    expect(status).toBe(201)
    const whole = {
      ...fields,
      id: json.session_id,
      start_time: inAYear('-05-01T14:00:00.000Z'),
      end_time: inAYear('-05-03T09:00:00.000Z'),
      status: 'active',
      currency: 'EUR',
      facilitator: 'Jane Smith',
      facilitator_id: jane.facilitatorId,
      available_spots: 12,
    }
    expect(json).toMatchObject({ message: expect.any(String), session: whole })
    const read = await ask('GET', `/api/sessions/${json.session_id}`, { bearer: jane.bearer })
    expect(read.json).toMatchObject({ ...whole, exact: true })
  })

  it('a plain session by default, in the zone of its facilitator', async () => {
    const jane = await aFacilitator()
    await env.DB.prepare("UPDATE users SET time_zone = 'Asia/Kolkata' WHERE id = ?")
      .bind(jane.userId)
      .run()
    const { json } = await create(jane.bearer, aBody())
    expect(json.session).toMatchObject({
      session_type: 'session',
      time_zone: 'Asia/Kolkata',
      start_time: inAYear('-05-01T03:30:00.000Z'),
      description: '',
      payment_note: null,
      days: [],
      waitlist_policy: 'skip',
      booking_closes_hours: 0,
    })
  })

  it('what an older form leaves empty counts as not sent', async () => {
    const jane = await aFacilitator()
    const blank = {
      session_type: '',
      time_zone: '',
      payment_note: '',
      online_url: '',
      description: '',
      booking_closes_hours: '',
      status: '',
      confirmPassword: 'left over',
    }
    const { status, json } = await create(jane.bearer, aBody(blank))
    expect(status).toBe(201)
    expect(json.session).toMatchObject({ payment_note: null, online_url: null, status: 'active' })
  })
})

describe('bad input is named', () => {
  it.each([
    ['title', undefined],
    ['title', ''],
    ['title', '   '],
    ['title', 'x'.repeat(201)],
    ['title', 7],
    ['description', 'x'.repeat(10_001)],
    ['session_type', 'workshop'],
    ['start_time', undefined],
    ['start_time', 'soon'],
    ['start_time', 1_800_000_000_000],
    ['start_time', '2020-01-15T09:00'],
    ['start_time', inAYear('-02-30T09:00')],
    ['end_time', inAYear('-05-01T08:00')],
    ['end_time', inAYear('-05-01T09:00')],
    ['end_time', inAYear('-05-03T09:00')],
    ['end_time', 'later'],
    ['time_zone', 'Mars/Olympus'],
    ['time_zone', 7],
    ['capacity', undefined],
    ['capacity', 0],
    ['capacity', -1],
    ['capacity', 10_001],
    ['capacity', 2.5],
    ['capacity', '10'],
    ['capacity', null],
    ['price', undefined],
    ['price', -1],
    ['price', 1_000_000.01],
    ['price', 1.005],
    ['price', '25'],
    ['price', true],
    ['payment_note', 'x'.repeat(501)],
    ['online_url', 'javascript:alert(1)'],
    ['online_url', 'ftp://example.com'],
    ['online_url', 'example.com'],
    ['days', [{ date: inAYear('-05-01'), title: 'Arrive', text: '' }]],
    ['days', 'Monday'],
    ['days.0.date', [{ date: 'Monday', title: 'Arrive' }]],
    ['days.0.title', [{ date: inAYear('-05-01') }]],
    ['booking_closes_hours', -1],
    ['booking_closes_hours', '2'],
    ['free_cancel_hours', 1.5],
    ['waitlist_policy', 'first'],
    ['promotion_closes_hours', 8_761],
    ['status', 'cancelled'],
  ])('%s: %j', async (path, value) => {
    const jane = await aFacilitator()
    const field = path.split('.')[0] ?? path
    const { status, json } = await create(jane.bearer, aBody({ [field]: value }))
    expect(status).toBe(400)
    expect(json).toMatchObject({ code: 'invalid', details: [expect.objectContaining({ path })] })
    expect(json.error).toContain(path)
    expect(await countSessionsOf(jane.facilitatorId)).toBe(0)
  })

  it('a body that is no object, or cut in half', async () => {
    const { bearer } = await aFacilitator()
    expect(await create(bearer, [])).toMatchObject({ status: 400, json: { code: 'invalid' } })
    expect(await create(bearer, 'text')).toMatchObject({ status: 400, json: { code: 'invalid' } })
    const half = await request('/api/sessions', {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(aBody()).slice(0, -20),
    })
    expect(half.status).toBe(400)
    expect(await half.json()).toMatchObject({ code: 'invalid_json' })
  })

  it('a retreat with a day outside it', async () => {
    const { bearer } = await aFacilitator()
    const { status, json } = await create(
      bearer,
      aBody({
        session_type: 'retreat',
        days: [{ date: inAYear('-05-09'), title: 'Too late', text: '' }],
      }),
    )
    expect(status).toBe(400)
    expect(json.details).toMatchObject([{ path: 'days.0.date' }])
  })
})

describe('an idempotency key', () => {
  it('sent twenty times at once makes one session and twenty equal answers', async () => {
    const jane = await aFacilitator()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => create(jane.bearer, aBody(), 'one press')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ json }) => json.session_id)).size).toBe(1)
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('without one, twice is two', async () => {
    const jane = await aFacilitator()
    await create(jane.bearer, aBody())
    await create(jane.bearer, aBody())
    expect(await countSessionsOf(jane.facilitatorId)).toBe(2)
  })

  it('knows its body whatever the order of the fields', async () => {
    const { bearer } = await aFacilitator()
    const first = await create(bearer, aBody(), 'k')
    const turned = Object.fromEntries(Object.entries(aBody()).reverse())
    expect((await create(bearer, turned, 'k')).json.session_id).toBe(first.json.session_id)
  })

  it('with another body is refused, and leads to the session it made', async () => {
    const jane = await aFacilitator()
    const first = await create(jane.bearer, aBody(), 'k')
    const other = await create(jane.bearer, aBody({ capacity: 11 }), 'k')
    expect(other).toMatchObject({
      status: 409,
      json: { code: 'idempotency_key_reused', session_id: first.json.session_id },
    })
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('belongs to one facilitator', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const hers = await create(jane.bearer, aBody(), 'shared')
    const others = await create(mary.bearer, aBody({ title: 'Another' }), 'shared')
    expect(others.status).toBe(201)
    expect(others.json.session_id).not.toBe(hers.json.session_id)
  })

  it('of 201 characters is named', async () => {
    const { bearer } = await aFacilitator()
    const { status, json } = await create(bearer, aBody(), 'k'.repeat(201))
    expect(status).toBe(400)
    expect(json.details).toMatchObject([{ path: 'idempotency-key' }])
  })
})

describe('behind it', () => {
  const identityOf = (jane: Awaited<ReturnType<typeof aFacilitator>>) => ({
    ...jane,
    role: 'facilitator' as const,
    signInId: 'a sign-in',
    expiresAt: Date.now() + 60_000,
  })
  const fields = () => newSession.parse(aBody())

  it('D1 is asked twice, and once for what it has already made', async () => {
    const d1 = faultyD1(env.DB)
    const identity = identityOf(await aFacilitator())
    const ctx = () => aCtx({ identity, db: openDb(d1.database) })
    const made = await createSession(ctx(), fields(), 'k')
    expect(d1.calls).toBe(2)
    expect((await createSession(ctx(), fields(), 'k')).id).toBe(made.id)
    expect(d1.calls).toBe(3)
  })

  it('its desk is opened, and needs D1 no more', async () => {
    const ctx = aCtx({ identity: identityOf(await aFacilitator()) })
    const { id } = await createSession(ctx, fields(), null)
    await ctx.settled()
    const d1 = await withFaultyD1(id)
    d1.fault = 'refuses'
    expect((await ask('GET', `/api/sessions/${id}`)).json).toMatchObject({ id, exact: true })
    expect(d1.calls).toBe(0)
  })

  it('a lost answer is found again by its key', async () => {
    const d1 = faultyD1(env.DB)
    const jane = await aFacilitator()
    const ctx = () => aCtx({ identity: identityOf(jane), db: openDb(d1.database) })
    d1.fault = 'applies then throws'
    const lost = insertSession(openDb(d1.database), aRow(jane.facilitatorId), {
      facilitatorId: jane.facilitatorId,
      key: 'k',
      fingerprint: fingerprint(fields()),
    })
    await expect(lost).rejects.toBeInstanceOf(DatabaseUnavailable)
    d1.fault = 'works'
    await createSession(ctx(), fields(), 'k')
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('without D1 nothing is created, and it is said', async () => {
    const identity = identityOf(await aFacilitator())
    const ctx = aCtx({ identity, db: openDb(d1Away()) })
    await expect(createSession(ctx, fields(), 'k')).rejects.toBeInstanceOf(DatabaseUnavailable)
  })

  it('a desk that does not open undoes nothing: whoever comes first opens it', async () => {
    const identity = identityOf(await aFacilitator())
    const broken = { open: () => Promise.reject(new Error('a desk in flames')) }
    const away = { ...env, BOOKING_DESK: { getByName: () => broken } } as unknown as typeof env
    const ctx = aCtx({ identity, env: away })
    const made = await createSession(ctx, fields(), null)
    await expect(ctx.settled()).rejects.toThrow('in flames')
    expect((await ask('GET', `/api/sessions/${made.id}`)).json).toMatchObject({ exact: true })
  })
})

function aRow(facilitatorId: number): NewSessionRow {
  const startTime = Date.now() + 86_400_000
  return {
    facilitatorId,
    status: 'active',
    sessionType: 'session',
    title: 'Morning Meditation',
    startTime,
    endTime: startTime + 3_600_000,
    timeZone: 'UTC',
    capacity: 10,
    available: 10,
    priceMinor: 2500,
    currency: 'EUR',
    createdAt: Date.now(),
  }
}
