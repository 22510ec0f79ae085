import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openDb } from '../db/client'
import type { Mail, MessageLetter } from '../mail/letter'
import { aRecordedBooking } from '../test/bookings'
import { ask, requestWith } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { faultyD1 } from '../test/faults'
import { aPostOffice, deliver, MAIL_SETTINGS } from '../test/mail'
import { planOf } from '../test/plan'
import { listBooked, listRecent } from './message-queries'

const WORDS = { subject: 'Bring a blanket', text: 'It is cold in the loft.\nSee you there.' }

/** A site that sends mail, by a queue that keeps what it is given and may be told to fail. */
function aSite() {
  const queued: MessageLetter[] = []
  const queue = { isAway: false }
  const delaysS: (number | undefined)[] = []
  const sendBatch = async (batch: { body: Mail }[], options?: QueueSendBatchOptions) => {
    delaysS.push(options?.delaySeconds)
    if (queue.isAway) throw new Error('Queue is overloaded')
    queued.push(...batch.map(({ body }) => body as MessageLetter))
  }
  const MAIL = { sendBatch } as unknown as Queue<Mail>
  const EMAIL = aPostOffice().EMAIL
  const send = async (
    bearer: string,
    sessionId: number,
    body: unknown = WORDS,
    key: string | null = crypto.randomUUID(),
    DB = env.DB,
  ) => {
    const answer = await requestWith(
      { ...MAIL_SETTINGS, MAIL, EMAIL, DB },
      `/api/facilitator/sessions/${sessionId}/messages`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${bearer}`,
          'Content-Type': 'application/json',
          ...(key === null ? {} : { 'Idempotency-Key': key }),
        },
        body: JSON.stringify(body),
      },
    )
    // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the test's own claim.
    const json: any = await answer.json()
    return { status: answer.status, headers: answer.headers, json }
  }
  return { queued, queue, delaysS, send }
}

/** Jane's session, booked by so many people. */
async function aBookedSession(people = 2) {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  const booked: { bookingId: number; userId: number }[] = []
  for (let n = 1; n <= people; n++) {
    const { userId } = await aUser()
    const of = { sessionId, n, facilitatorId: jane.facilitatorId, userId }
    booked.push({ bookingId: await aRecordedBooking(of), userId })
  }
  return { jane, sessionId, booked }
}

const readers = (queued: MessageLetter[]) => queued.map(({ to }) => to.userId).toSorted()

describe('a message to those who booked', () => {
  it('is queued once for each of them, and kept', async () => {
    const { jane, sessionId, booked } = await aBookedSession()
    const other = await aUser()
    const of = { sessionId, facilitatorId: jane.facilitatorId, userId: other.userId }
    await aRecordedBooking({ ...of, n: 8 }, { state: 'cancelled' })
    await aRecordedBooking({ ...of, n: 9 }, { state: 'waitlisted' })
    const { queued, send } = aSite()
    const { status, json } = await send(jane.bearer, sessionId)
    expect({ status, json }).toMatchObject({ status: 201, json: { recipients: 2 } })
    expect(readers(queued)).toEqual(booked.map(({ userId }) => userId).toSorted())
    const kept = env.DB.prepare('SELECT * FROM messages WHERE id = ?').bind(json.message_id)
    expect(await kept.first()).toMatchObject({ session_id: sessionId, ...WORDS, recipients: 2 })
  })

  it('goes to some of them, and to nobody by mistake', async () => {
    const { jane, sessionId, booked } = await aBookedSession(3)
    const { queued, send } = aSite()
    const [first, second] = booked
    const to = [first?.bookingId, second?.bookingId, first?.bookingId]
    expect(await send(jane.bearer, sessionId, { ...WORDS, to })).toMatchObject({
      status: 201,
      json: { recipients: 2 },
    })
    const wrong = { ...WORDS, to: [first?.bookingId, 12_000_001] }
    expect(await send(jane.bearer, sessionId, wrong)).toMatchObject({
      status: 400,
      json: { code: 'invalid', details: [{ path: 'to.1' }] },
    })
    expect(readers(queued)).toEqual([first?.userId, second?.userId])
  })

  it('reads as hers, and is answered to her', async () => {
    const { jane, sessionId } = await aBookedSession(1)
    const { queued, send } = aSite()
    const subject = 'Hello\r\nBcc: everybody@example.com'
    await send(jane.bearer, sessionId, { subject, text: 'Bring <b>one</b> blanket.' })
    const office = aPostOffice()
    await deliver(office, queued)
    await deliver(office, queued)
    expect(office.sent).toMatchObject([
      { subject: 'Hello Bcc: everybody@example.com', replyTo: jane.email },
    ])
    const [letter] = office.sent
    expect(letter?.text).toContain('Jane Smith writes to you because you booked Morning Meditation')
    expect(letter?.text).toContain('Bring <b>one</b> blanket.')
    expect(letter?.html).toContain('Bring &lt;b&gt;one&lt;/b&gt; blanket.')
  })

  it('can be taken back until its letters leave, and then none of them is sent', async () => {
    const { jane, sessionId } = await aBookedSession()
    const { queued, delaysS, send } = aSite()
    const { json } = await send(jane.bearer, sessionId)
    // Whoever takes it back in the last moment is still before the first letter.
    const leftMs = Date.parse(json.recall_until) - Date.now()
    expect(leftMs).toBeGreaterThan(15_000)
    expect((delaysS[0] ?? 0) * 1_000).toBeGreaterThan(leftMs)
    const path = `/api/facilitator/messages/${json.message_id}/recall`
    expect(await ask('POST', path, await aFacilitator())).toMatchObject({ status: 404 })
    expect(await ask('POST', path, jane)).toMatchObject({ status: 200 })
    expect(await ask('POST', path, jane)).toMatchObject({ status: 404 })
    const office = aPostOffice()
    expect(await deliver(office, queued)).toMatchObject({ done: queued.map(({ id }) => id) })
    expect(office.sent).toEqual([])
  })

  it('taken back is none of the five a day; sent is sent', async () => {
    const { jane, sessionId } = await aBookedSession(1)
    const { queued, send } = aSite()
    for (let i = 0; i < 6; i++) {
      const { status, json } = await send(jane.bearer, sessionId)
      expect(status).toBe(201)
      await ask('POST', `/api/facilitator/messages/${json.message_id}/recall`, jane)
    }
    const { json } = await send(jane.bearer, sessionId)
    await env.DB.prepare('UPDATE messages SET created_at = created_at - 20001').run()
    const late = await ask('POST', `/api/facilitator/messages/${json.message_id}/recall`, jane)
    expect(late).toMatchObject({ status: 409, json: { code: 'message_sent' } })
    const office = aPostOffice()
    await deliver(office, queued.slice(-1))
    expect(office.sent).toHaveLength(1)
  })

  it('sent again with its key is the same message, also after the queue was away', async () => {
    const { jane, sessionId } = await aBookedSession()
    const { queued, queue, send } = aSite()
    queue.isAway = true
    expect((await send(jane.bearer, sessionId, WORDS, 'k')).status).toBe(503)
    queue.isAway = false
    const first = await send(jane.bearer, sessionId, WORDS, 'k')
    const again = await send(jane.bearer, sessionId, WORDS, 'k')
    expect(again.json).toEqual(first.json)
    expect(new Set(queued.map(({ id }) => id)).size).toBe(2)
    const other = await send(jane.bearer, sessionId, { ...WORDS, text: 'Else.' }, 'k')
    expect(other).toMatchObject({ status: 409, json: { code: 'idempotency_key_reused' } })
  })

  it('promises that nobody gets it twice only to who sent a key', async () => {
    const { jane, sessionId } = await aBookedSession()
    const { queue, send } = aSite()
    queue.isAway = true
    const keyed = await send(jane.bearer, sessionId, WORDS, 'k')
    expect(keyed.json.error).toContain('nobody gets it twice')
    const keyless = await send(jane.bearer, sessionId, WORDS, null)
    expect(keyless).toMatchObject({ status: 503, json: { code: 'unavailable' } })
    expect(keyless.json.error).not.toContain('nobody gets it twice')
  })

  it('pressed ten times at once is one', async () => {
    const { jane, sessionId } = await aBookedSession()
    const { queued, send } = aSite()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(jane.bearer, sessionId, WORDS, 'once')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(queued.map(({ id }) => id)).size).toBe(2)
  })

  it('with one key for two messages at once one is refused, and neither waits for a third answer of D1', async () => {
    const { jane, sessionId } = await aBookedSession()
    const { send } = aSite()
    const key = crypto.randomUUID()
    const both = ['Bring a blanket', 'Bring a mat'].map(async (subject) => {
      const d1 = faultyD1(env.DB)
      d1.delayMs = 30
      const body = { ...WORDS, subject }
      const { status, json } = await send(jane.bearer, sessionId, body, key, d1.database)
      return { status, code: json.code, chained: d1.chained }
    })
    expect((await Promise.all(both)).toSorted((a, b) => a.status - b.status)).toEqual([
      { status: 201, code: undefined, chained: 2 },
      { status: 409, code: 'idempotency_key_reused', chained: 2 },
    ])
  })

  it('is one of five a day, also when ten come at once', async () => {
    const { jane, sessionId } = await aBookedSession()
    const { send } = aSite()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(jane.bearer, sessionId)),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([...Array(5).fill(201), ...Array(5).fill(429)])
    const sixth = await send(jane.bearer, sessionId)
    expect(sixth).toMatchObject({ status: 429, json: { code: 'too_many_requests' } })
    const waitS = Number(sixth.headers.get('Retry-After'))
    expect(waitS).toBeGreaterThan(86_000)
    expect(waitS).toBeLessThanOrEqual(86_400)
    await env.DB.prepare('UPDATE messages SET created_at = created_at - 86400001').run()
    expect((await send(jane.bearer, sessionId)).status).toBe(201)
  })

  it('to nobody is refused', async () => {
    const { jane, sessionId } = await aBookedSession(0)
    const { send } = aSite()
    expect(await send(jane.bearer, sessionId)).toMatchObject({
      status: 409,
      json: { code: 'nobody_booked' },
    })
  })

  it('where no mail is sent is refused with words', async () => {
    const { jane, sessionId } = await aBookedSession()
    const path = `/api/facilitator/sessions/${sessionId}/messages`
    const refused = await ask('POST', path, { bearer: jane.bearer, body: WORDS })
    expect(refused).toMatchObject({ status: 409, json: { code: 'mail_off' } })
  })

  it('of another’s session is to nobody: 404', async () => {
    const { sessionId } = await aBookedSession()
    const mary = await aFacilitator()
    const { send, queued } = aSite()
    expect(await send(mary.bearer, sessionId)).toMatchObject({ status: 404 })
    expect(await send(mary.bearer, 999_999)).toMatchObject({ status: 404 })
    expect(queued).toEqual([])
  })

  it.each([
    [{ text: 'x' }, 'subject'],
    [{ subject: ' ', text: 'x' }, 'subject'],
    [{ subject: 'x'.repeat(201), text: 'x' }, 'subject'],
    [{ subject: 'x' }, 'text'],
    [{ subject: 'x', text: 'x'.repeat(5001) }, 'text'],
    [{ subject: 'x', text: { toString: 'x' } }, 'text'],
    [{ ...WORDS, to: 'some' }, 'to'],
    [{ ...WORDS, to: [] }, 'to'],
    [{ ...WORDS, to: [1.5] }, 'to'],
    [{ ...WORDS, to: [1e300] }, 'to'],
    [{ ...WORDS, to: ['1'] }, 'to'],
  ])('%j is refused, and named', async (body, path) => {
    const { jane, sessionId } = await aBookedSession(0)
    const { send } = aSite()
    const { status, json } = await send(jane.bearer, sessionId, body)
    expect(status).toBe(400)
    expect(json.details[0].path).toMatch(new RegExp(`^${path}`))
  })
})

it('its queries read no whole table', async () => {
  const db = openDb(env.DB)
  expect(await planOf(listBooked(db, 1))).toBe(
    'SEARCH bookings USING INDEX bookings_session (session_id=?)',
  )
  expect(await planOf(listRecent(db, 1, Date.now()))).toMatch(
    /^SEARCH messages USING COVERING INDEX messages_facilitator/,
  )
})
