import { createServer } from 'node:http'
import { expect, it, onTestFinished, vi } from 'vitest'
import { moveDemo, moved, weeksToMove } from './move.js'

it('the earliest session begins tomorrow or later, on the weekday it had', () => {
  const now = Date.parse('2027-03-18T10:00:00Z')
  const sessions = ['2027-02-11T17:30:00Z', '2027-03-04T09:00:00Z'].map((start_time) => ({
    start_time,
  }))
  expect(weeksToMove(sessions, now)).toBe(6)
  expect(weeksToMove([{ start_time: '2027-03-19T10:00:00Z' }], now)).toBe(0)
})

it('over a change of the clocks the hour on the wall stays', () => {
  const session = {
    id: 1,
    start_time: '2027-03-25T17:30:00.000Z',
    end_time: '2027-03-27T11:00:00.000Z',
    time_zone: 'Europe/Amsterdam',
    days: [{ date: '2027-03-25', title: 'Arriving', text: '' }],
  }
  expect(moved(session, 1)).toEqual({
    start_time: '2027-04-01T18:30',
    end_time: '2027-04-03T12:00',
    days: [{ date: '2027-04-01', title: 'Arriving', text: '' }],
  })
})

it('a demo that still has something to come is left alone', async () => {
  const api = await anApi({ 'GET /api/sessions': [{ id: 3 }] })
  await moveDemo(api.origin)
  expect(api.asked).toEqual(['GET /api/sessions'])
})

it('a demo that has passed moves through the API, without what is cancelled or was past', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const times = { start_time: '2026-01-05T10:00:00Z', end_time: '2026-01-05T11:00:00Z' }
  const one = { ...times, time_zone: 'UTC', days: [], status: 'active' }
  const api = await anApi({
    'GET /api/sessions': [{ id: 4711 }],
    'POST /api/auth/login': { access_token: 'hers' },
    'GET /api/facilitator/sessions': [
      { ...one, id: 1 },
      { ...one, id: 2, status: 'cancelled' },
      { ...one, id: 18 },
      { ...one, id: 4711 },
    ],
    'PUT /api/sessions/1': {},
  })
  await moveDemo(api.origin)
  expect(new Set(api.asked.filter((line) => line.startsWith('PUT')))).toEqual(
    new Set(['PUT /api/sessions/1']),
  )
})

/** A server that answers so, and remembers what it was asked. @param {Record<string, unknown>} answers */
async function anApi(answers) {
  const asked = /** @type {string[]} */ ([])
  const server = createServer((request, response) => {
    const line = `${request.method} ${request.url}`
    asked.push(line)
    response.statusCode = line in answers ? 200 : 404
    response.end(JSON.stringify(answers[line] ?? { error: 'not here' }))
  })
  await new Promise((resolve) => server.listen(0, () => resolve(null)))
  onTestFinished(() => {
    server.close()
    vi.restoreAllMocks()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { origin: `http://localhost:${port}`, asked }
}
