import { expect, it } from 'vitest'
import { request, requestWith } from '../test/client'
import { d1Away } from '../test/factories'

it.each(['/health', '/api/health'])('%s says that all is well', async (path) => {
  const answer = await request(path)
  expect(answer.status).toBe(200)
  const body = await answer.json<{ timestamp: string }>()
  expect(body).toEqual({
    status: 'healthy',
    service: 'stillpoint',
    timestamp: expect.any(String),
    database: 'connected',
    mail: 'off',
  })
  expect(new Date(body.timestamp).toISOString()).toBe(body.timestamp)
})

it('it says so when D1 is away', async () => {
  const answer = await requestWith({ DB: d1Away() }, '/health')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ status: 'degraded', database: 'unreachable' })
})

it('it names the key that is missing while everything else refuses', async () => {
  const answer = await requestWith({ JWT_SECRET_KEY: '' }, '/health')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ status: 'degraded', missing: ['JWT_SECRET_KEY'] })
  const withoutTickets = await requestWith({ TICKET_SIGNING_KEY: '{}' }, '/health')
  expect(await withoutTickets.json()).toMatchObject({ missing: ['TICKET_SIGNING_KEY'] })
})
