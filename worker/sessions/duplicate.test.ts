import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { ask } from '../test/client'
import { aCtx, aFacilitator, aSession, aUser } from '../test/factories'
import { countSessionsOf, inAYear } from '../test/new-sessions'
import { duplicateSession } from './duplicate'

const HOUR_MS = 3_600_000

const duplicate = (bearer: string, id: number, body: unknown = {}, key?: string) =>
  ask('POST', `/api/sessions/${id}/duplicate`, {
    bearer,
    body,
    ...(key ? { headers: { 'Idempotency-Key': key } } : {}),
  })

type Copy = { id: number; start_time: string; end_time: string; status: string }
const startsOf = (json: { sessions: Copy[] }) => json.sessions.map((copy) => copy.start_time)

describe('a copy of a session', () => {
  it('has its words and terms, a week later, as a draft without anybody’s booking', async () => {
    const jane = await aFacilitator()
    const startTime = Date.parse('2033-01-10T09:00:00Z')
    const id = await aSession(jane, {
      ...{
        startTime,
        capacity: 12,
        placeName: 'Loft',
        onlineUrl: 'https://x.y',
        arrivalNote: 'Ring',
      },
      ...{ freeCancelHours: 24, waitlistPolicy: 'strict' },
    })
    const { bearer } = await aUser()
    await ask('POST', '/api/bookings', { bearer, body: { session_id: id } })
    const { status, json } = await duplicate(jane.bearer, id)
    expect(status).toBe(201)
    expect(json.session_ids).toEqual([json.sessions[0].id])
    expect(json.sessions).toMatchObject([
      {
        title: 'Morning Meditation',
        status: 'draft',
        start_time: '2033-01-17T09:00:00.000Z',
        end_time: '2033-01-17T10:00:00.000Z',
        ...{ capacity: 12, taken: 0, available_spots: 12, price: 25 },
        ...{ place_name: 'Loft', online_url: 'https://x.y', arrival_note: 'Ring' },
        ...{ free_cancel_hours: 24, waitlist_policy: 'strict' },
      },
    ])
    const hers = await ask('GET', `/api/facilitator/sessions/${json.session_ids[0]}`, {
      bearer: jane.bearer,
    })
    expect(hers).toMatchObject({ status: 200, json: { bookings_count: 0 } })
  })

  it('of what is over comes in the next week that lies ahead', async () => {
    const jane = await aFacilitator()
    const now = Date.parse('2033-03-24T12:00:00Z')
    const id = await aSession(jane, { startTime: Date.parse('2033-02-10T09:00:00Z') })
    const identity = { ...jane, signInId: '', role: 'facilitator' as const, expiresAt: now }
    const copies = await duplicateSession(aCtx({ now, identity }), id, {}, null)
    expect(copies.map((copy) => copy.start_time)).toEqual(['2033-03-31T08:00:00.000Z'])
  })

  it('of what was cancelled is a new beginning', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, { status: 'cancelled', cancelReason: 'Ill.' })
    const { json } = await duplicate(jane.bearer, id, { status: 'active' })
    expect(json.sessions).toMatchObject([{ status: 'active', cancel_reason: null }])
  })

  it('starts when she says, in its own zone', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, { timeZone: 'America/New_York' })
    const { json } = await duplicate(jane.bearer, id, { start_time: inAYear('-07-01T18:30') })
    expect(json.sessions).toMatchObject([
      {
        start_time: inAYear('-07-01T22:30:00.000Z'),
        end_time: inAYear('-07-01T23:30:00.000Z'),
      },
    ])
  })
})

describe('weekly copies', () => {
  it('keep the wall time when the clocks change', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane)
    const asked = { start_time: '2033-03-20T09:00', weeks: 3 }
    expect(startsOf((await duplicate(jane.bearer, id, asked)).json)).toEqual([
      '2033-03-20T08:00:00.000Z',
      '2033-03-27T07:00:00.000Z',
      '2033-04-03T07:00:00.000Z',
    ])
    const autumn = { start_time: '2033-10-23T09:00', weeks: 2 }
    expect(startsOf((await duplicate(jane.bearer, id, autumn)).json)).toEqual([
      '2033-10-23T07:00:00.000Z',
      '2033-10-30T08:00:00.000Z',
    ])
  })

  it('in an hour that the clocks skip start after it, as long as ever, and the next is at its time', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane)
    const { json } = await duplicate(jane.bearer, id, { start_time: '2033-03-20T02:30', weeks: 3 })
    expect(json.sessions).toMatchObject([
      { start_time: '2033-03-20T01:30:00.000Z', end_time: '2033-03-20T02:30:00.000Z' },
      { start_time: '2033-03-27T01:30:00.000Z', end_time: '2033-03-27T02:30:00.000Z' },
      { start_time: '2033-04-03T00:30:00.000Z', end_time: '2033-04-03T01:30:00.000Z' },
    ])
  })

  it('move the days of a retreat and its end by the calendar', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, {
      ...{ sessionType: 'retreat', startTime: Date.parse('2033-03-18T17:00:00Z') },
      endTime: Date.parse('2033-03-20T15:00:00Z'),
      days: [
        { date: '2033-03-18', title: 'Arrive', text: '' },
        { date: '2033-03-20', title: 'Leave', text: 'After lunch.' },
      ],
    })
    // The clocks are put forward in the last night of the copy.
    const { json } = await duplicate(jane.bearer, id)
    expect(json.sessions).toMatchObject([
      {
        start_time: '2033-03-25T17:00:00.000Z',
        end_time: '2033-03-27T14:00:00.000Z',
        days: [
          { date: '2033-03-25', title: 'Arrive' },
          { date: '2033-03-27', title: 'Leave', text: 'After lunch.' },
        ],
      },
    ])
  })

  it('are 26 at most, all found by their hour and words, and each has its desk', async () => {
    const jane = await aFacilitator()
    const title = `w${crypto.randomUUID().replaceAll('-', '')}`
    const id = await aSession(jane, { title })
    const asked = { weeks: 26, status: 'active', start_time: inAYear('-01-05T06:30') }
    const { json } = await duplicate(jane.bearer, id, asked)
    expect(json.session_ids).toHaveLength(26)
    expect(json.session_ids).toEqual(json.session_ids.toSorted((a: number, b: number) => a - b))
    const found = await ask('GET', `/api/sessions?q=${title}&hour=dawn`)
    expect(found.json.map((one: Copy) => one.id)).toEqual(json.session_ids)
    const { bearer } = await aUser()
    const body = { session_id: json.session_ids[25] }
    expect(await ask('POST', '/api/bookings', { bearer, body })).toMatchObject({ status: 201 })
  })
})

describe('an idempotency key', () => {
  it('makes ten presses at once one set of copies', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => duplicate(jane.bearer, id, { weeks: 3 }, 'k')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ json }) => String(json.session_ids))).size).toBe(1)
    expect(answers[0]?.json.session_ids).toHaveLength(3)
    expect(await countSessionsOf(jane.facilitatorId)).toBe(4)
  })

  it('with another wish, or for a new session, is refused', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane)
    const first = await duplicate(jane.bearer, id, { weeks: 2 }, 'k')
    const [made] = first.json.session_ids
    const refused = { status: 409, json: { code: 'idempotency_key_reused', session_id: made } }
    expect(await duplicate(jane.bearer, id, { weeks: 3 }, 'k')).toMatchObject(refused)
    expect(await duplicate(jane.bearer, made, { weeks: 2 }, 'k')).toMatchObject(refused)
    expect(await countSessionsOf(jane.facilitatorId)).toBe(3)
  })
})

describe('who may not, and what may not be', () => {
  it('nobody, a visitor, another facilitator', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const { bearer } = await aUser()
    const id = await aSession(jane)
    expect(await ask('POST', `/api/sessions/${id}/duplicate`)).toMatchObject({ status: 401 })
    expect(await duplicate(bearer, id)).toMatchObject({ status: 403 })
    expect(await duplicate(mary.bearer, id)).toMatchObject({ status: 404 })
    expect(await duplicate(jane.bearer, 999_999)).toMatchObject({ status: 404 })
    expect(await countSessionsOf(mary.facilitatorId)).toBe(0)
  })

  it('who waits for approval copies drafts only', async () => {
    const jane = await aFacilitator({ approvedAt: null })
    const id = await aSession(jane, { status: 'draft' })
    expect(await duplicate(jane.bearer, id, { status: 'active' })).toMatchObject({
      status: 403,
      json: { code: 'approval_pending' },
    })
    expect(await duplicate(jane.bearer, id)).toMatchObject({ status: 201 })
  })

  it.each([
    [{ weeks: 0 }, 'weeks'],
    [{ weeks: 27 }, 'weeks'],
    [{ weeks: 1.5 }, 'weeks'],
    [{ weeks: 1_000_000 }, 'weeks'],
    [{ weeks: '2' }, 'weeks'],
    [{ start_time: 'tomorrow' }, 'start_time'],
    [{ start_time: 7 }, 'start_time'],
    [{ start_time: '2001-01-01T09:00' }, 'start_time'],
    [{ status: 'cancelled' }, 'status'],
  ])('%j', async (body, path) => {
    const jane = await aFacilitator()
    const id = await aSession(jane)
    expect(await duplicate(jane.bearer, id, body)).toMatchObject({
      status: 400,
      json: { code: 'invalid', details: [{ path }] },
    })
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('no body is no wish', async () => {
    const jane = await aFacilitator()
    const id = await aSession(jane, { startTime: Date.now() + HOUR_MS })
    expect(
      await ask('POST', `/api/sessions/${id}/duplicate`, { bearer: jane.bearer }),
    ).toMatchObject({ status: 201 })
    const polluted = '{"__proto__":{"weeks":5},"constructor":{"weeks":5}}'
    await duplicate(jane.bearer, id, JSON.parse(polluted))
    expect(await countSessionsOf(jane.facilitatorId)).toBe(3)
    expect(env).not.toHaveProperty('weeks')
  })
})
