import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { CrmRow } from '../bookings/record'
import { consume, retryDelaySeconds } from './consume'

const configured = { ...env, CRM_SERVICE_URL: 'https://crm.test/hook', CRM_BEARER_TOKEN: 'secret' }

function aRow(bookingId: number): CrmRow {
  return {
    bookingId,
    kind: 'new_booking',
    userId: 5,
    userName: 'Ann',
    userEmail: 'ann@example.com',
    eventId: 1,
    eventTitle: 'Dawn sit',
    eventStartTime: '2027-01-15T09:00:00.000Z',
    facilitatorId: 2,
    receivedAt: Date.UTC(2027, 0, 1),
  }
}

/** A CRM that answers by booking, and remembers what it was asked. */
function aCrm(answers: Record<number, () => Response | Promise<Response>> = {}) {
  const asked: Request[] = []
  const fetch = async (url: URL, init: RequestInit) => {
    const request = new Request(url, init)
    asked.push(request)
    const { booking_id } = await request.clone().json<{ booking_id: number }>()
    return answers[booking_id]?.() ?? new Response(null, { status: 204 })
  }
  return { asked, fetch: fetch as typeof globalThis.fetch }
}

async function deliver(rows: CrmRow[], changes: object = {}, crm = aCrm()) {
  const messages = rows.map((body) => ({
    id: String(body.bookingId),
    timestamp: new Date(),
    attempts: 1,
    body,
  }))
  const batch = createMessageBatch<CrmRow>('stillpoint-crm', messages)
  await consume(batch, { ...configured, ...changes }, crm.fetch)
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext())
  return { acked: explicitAcks, retried: retryMessages, asked: crm.asked }
}

it('a booking is POSTed in the shape that we take ourselves, with the bearer', async () => {
  const { acked, asked } = await deliver([aRow(7)])
  expect(acked).toEqual(['7'])
  const [request] = asked
  expect([request?.method, request?.url]).toEqual(['POST', 'https://crm.test/hook'])
  expect(request?.headers.get('Authorization')).toBe('Bearer secret')
  expect(request?.headers.get('Content-Type')).toBe('application/json')
  expect(await request?.json()).toEqual({
    booking_id: 7,
    kind: 'new_booking',
    user: { id: 5, email: 'ann@example.com', name: 'Ann' },
    event: { id: 1, title: 'Dawn sit', start_time: '2027-01-15T09:00:00.000Z' },
    facilitator_id: 2,
  })
})

it('a bare origin means the path that ours has', async () => {
  const { asked } = await deliver([aRow(7)], { CRM_SERVICE_URL: 'http://crm.test:5001' })
  expect(asked[0]?.url).toBe('http://crm.test:5001/api/booking-notification')
})

it('all but a 2xx in time is tried again, and holds up nothing beside it', async () => {
  const crm = aCrm({
    1: () => new Response('no', { status: 500 }),
    2: () => new Response('no', { status: 401 }),
    3: () => new Response(null, { status: 307, headers: { Location: 'https://evil.test' } }),
    4: () => Promise.reject(new TypeError('connection refused')),
    5: () => Promise.reject(new DOMException('timed out', 'TimeoutError')),
  })
  const { acked, retried } = await deliver([1, 2, 3, 4, 5, 6].map(aRow), {}, crm)
  expect(acked).toEqual(['6'])
  expect(retried.map(({ msgId }) => msgId)).toEqual(['1', '2', '3', '4', '5'])
  expect(crm.asked.every(({ url }) => url === 'https://crm.test/hook')).toBe(true)
})

it('a request gives up by itself and follows nobody elsewhere', async () => {
  const { asked } = await deliver([aRow(7)])
  expect(asked[0]?.signal).toBeInstanceOf(AbortSignal)
  expect(asked[0]?.redirect).toBe('manual')
})

it('the wait grows with each try up to an hour', async () => {
  expect([1, 2, 3, 8, 50].map(retryDelaySeconds)).toEqual([10, 20, 40, 1_280, 3_600])
  const delays: unknown[] = []
  const third = { body: aRow(7), attempts: 3, retry: (how: unknown) => delays.push(how) }
  const crm = aCrm({ 7: () => new Response(null, { status: 503 }) })
  const batch = { messages: [third] } as unknown as MessageBatch<CrmRow>
  await consume(batch, configured, crm.fetch)
  expect(delays).toEqual([{ delaySeconds: 40 }])
})

it.each([
  ['without a token', { CRM_BEARER_TOKEN: undefined }],
  ['with an address that is none', { CRM_SERVICE_URL: 'crm.test' }],
])('%s nothing is sent, and nothing lost', async (_, changes) => {
  const { retried, asked } = await deliver([aRow(7)], changes)
  expect([retried.length, asked.length]).toEqual([1, 0])
})

it('without an address nobody is told, and the queue empties', async () => {
  const { acked, asked } = await deliver([aRow(7)], { CRM_SERVICE_URL: undefined })
  expect([acked, asked.length]).toEqual([['7'], 0])
})
