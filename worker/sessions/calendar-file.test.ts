import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { app } from '../app'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'
import { aBody } from '../test/new-sessions'

const SECRETS = { onlineUrl: 'https://example.com/room', arrivalNote: 'Ring twice' }

it('a session is an entry for anybody’s calendar, at the right instant', async () => {
  const startTime = Date.now() + 86_400_000
  const id = await aSession(await aFacilitator(), {
    ...{ title: 'Sit; breathe\r\nEND:VEVENT', startTime, endTime: startTime + 3_600_000 },
    ...{ placeName: 'The Loft', placeAddress: 'Keizersgracht 1' },
  })
  const { headers, method, event, property } = await fileOf(id)
  expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
  expect(headers.get('Content-Disposition')).toBe(`attachment; filename="session-${id}.ics"`)
  expect(method).toBe('PUBLISH')
  expect(event.uid).toBe(`session-${id}@stillpoint.test`)
  expect(event.summary).toBe('Sit; breathe END:VEVENT')
  expect(event.location).toBe('The Loft, Keizersgracht 1')
  expect(event.description).toContain('With Jane Smith.')
  expect(event.startDate.toJSDate().getTime()).toBe(Math.floor(startTime / 1000) * 1000)
  expect(property('status')).toBe('CONFIRMED')
  expect(property('url')).toBe(`https://stillpoint.test/sessions/${id}`)
})

it('nobody finds in it what is for those who have booked, not even they', async () => {
  const id = await aSession(await aFacilitator(), SECRETS)
  const ann = await aUser()
  await ask('POST', '/api/bookings', { bearer: ann.bearer, body: { session_id: id } })
  const { text, event } = await fileOf(id, ann.bearer)
  expect(text).not.toContain(SECRETS.onlineUrl)
  expect(text).not.toContain(SECRETS.arrivalNote)
  expect(event.location).toBe('Online')
})

it('a cancelled session says that it is, and a draft is nothing to anybody else', async () => {
  const jane = await aFacilitator()
  const id = await aSession(jane)
  await ask('POST', `/api/sessions/${id}/cancel`, { bearer: jane.bearer, body: {} })
  expect((await fileOf(id)).property('status')).toBe('CANCELLED')
  const body = { ...aBody(), status: 'draft' }
  const draft = await ask('POST', '/api/sessions', { bearer: jane.bearer, body })
  expect((await read(draft.json.session_id)).status).toBe(404)
})

function read(id: number, bearer?: string) {
  const headers: HeadersInit = bearer ? { Authorization: `Bearer ${bearer}` } : {}
  const site = { ...env, SITE_URL: 'https://stillpoint.test' }
  const url = `https://other.test/api/sessions/${id}/calendar.ics`
  return app.request(url, { headers }, site, createExecutionContext())
}

/** What another library than the one that wrote it reads out of the file. */
async function fileOf(id: number, bearer?: string) {
  const response = await read(id, bearer)
  const text = await response.text()
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event in it')
  return {
    text,
    headers: response.headers,
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(component),
    property: (name: string) => component.getFirstPropertyValue(name),
  }
}
