import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { olderClient } from './older-client'
import { aStillpoint } from './stillpoint'

const TOKEN = 'token-of-a-crm'
/** Far more than an answer takes, far less than a dead CRM is waited for. */
const PROMPT_MS = 5_000

it('a dead CRM delays no booking, and hears of each once it is back', async () => {
  const crm = await aCrm()
  const settings = { CRM_SERVICE_URL: crm.origin, CRM_BEARER_TOKEN: TOKEN }
  const { origin, stop } = await aStillpoint(settings)
  onTestFinished(stop, 20_000)
  const ask = olderClient(origin)
  const [jane, ann] = [await register('facilitator'), await register('user')]
  const { session_id } = (await ask('POST', '/api/sessions', jane, aSession())).json

  const before = Date.now()
  const booked = await ask('POST', '/api/bookings', ann, { session_id })
  expect([booked.status, booked.json.recorded]).toEqual([201, true])
  const { booking_id } = booked.json
  await ask('POST', `/api/bookings/${booking_id}/cancel`, ann)
  expect(Date.now() - before).toBeLessThan(PROMPT_MS)

  await crm.until(() => crm.refused > 0)
  crm.isDead = false
  await crm.until(() => crm.told.length === 2)
  expect(crm.told).toEqual([
    {
      bearer: `Bearer ${TOKEN}`,
      path: '/api/booking-notification',
      id: booking_id,
      kind: 'new_booking',
    },
    {
      bearer: `Bearer ${TOKEN}`,
      path: '/api/booking-notification',
      id: booking_id,
      kind: 'booking_cancelled',
    },
  ])

  async function register(role: string): Promise<string> {
    const email = `${crypto.randomUUID()}@example.com`
    const body = { name: 'Ann', email, password: 'still as a pond', role }
    return (await ask('POST', '/api/auth/register', undefined, body)).json.access_token
  }
}, 240_000)

function aSession() {
  const startsAt = Date.now() + 72 * 3_600_000
  return {
    title: 'Dawn sit',
    start_time: new Date(startsAt).toISOString(),
    end_time: new Date(startsAt + 3_600_000).toISOString(),
    capacity: 2,
    price: 12,
  }
}

type Told = { bearer: string | undefined; path: string | undefined; id: number; kind: string }

/** A CRM that fails until it is told otherwise; what it took is sorted as its kinds are. */
async function aCrm() {
  let hear = () => {}
  const crm = {
    isDead: true,
    refused: 0,
    told: [] as Told[],
    origin: '',
    async until(isSo: () => boolean) {
      while (!isSo()) {
        await new Promise<void>((resolve) => {
          hear = resolve
        })
      }
    },
  }
  const server = createServer(async (request, answer) => {
    let said = ''
    for await (const piece of request) said += piece
    if (crm.isDead) crm.refused += 1
    else {
      const { booking_id: id, kind } = JSON.parse(said)
      const { authorization: bearer } = request.headers
      crm.told.push({ bearer, path: request.url, id, kind })
      crm.told.sort((a, b) => b.kind.localeCompare(a.kind))
    }
    answer.writeHead(crm.isDead ? 500 : 200).end('{}')
    hear()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  crm.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return crm
}
