import { expect, it } from 'vitest'
import { app } from '../app'
import { STATUS } from '../errors'
import { request } from '../test/client'
import { theDocument } from '../test/document'
import { partsOf, takenByRoute } from './document'
import { nouns } from './nouns'

const routes = [...takenByRoute(app).keys()]

it('every route is told of', () => {
  const told = Object.values(nouns).flatMap((operations) => Object.keys(operations))
  expect(told.toSorted()).toEqual(routes.toSorted())
})

it('every route is in the document, under a name of its own', () => {
  const names = routes.map((route) => {
    const { method, path } = partsOf(route)
    return theDocument.paths[path]?.[method.toLowerCase()]?.operationId
  })
  expect(names).not.toContain(undefined)
  expect(new Set(names).size).toBe(routes.length)
})

it('what a route takes is told by the schema that judges it', () => {
  const { requestBody } = theDocument.paths['/api/bookings']?.post ?? {}
  const body = requestBody?.content['application/json'].schema
  expect(body?.properties).toMatchObject({
    session_id: { type: 'integer', exclusiveMinimum: 0 },
    party_size: { type: 'integer', minimum: 1, maximum: 20, default: 1 },
    notes: { anyOf: [{ type: 'string', maxLength: 2000 }, { type: 'null' }] },
  })
  expect([requestBody?.required, body?.required]).toEqual([true, ['session_id']])
  expect(theDocument.paths['/api/bookings/my']?.get?.parameters).toContainEqual({
    name: 'when',
    in: 'query',
    required: false,
    schema: { type: 'string', enum: ['upcoming', 'past'] },
  })
})

it('a route tells which proof it asks for, and what it may refuse', () => {
  const { security, responses } =
    theDocument.paths['/api/facilitator/bookings/{id}/cancel']?.post ?? {}
  expect(security).toEqual([{ bearer: [] }, { cookie: [] }])
  const codes = Object.entries(responses ?? {}).map(([status, { description }]) => [
    status,
    description,
  ])
  expect(Object.fromEntries(codes)).toMatchObject({
    400: 'invalid, invalid_json',
    401: 'sign_in_required',
    403: 'facilitators_only, cross_site',
    404: 'not_found',
    409: 'booking_ended, session_over',
    415: 'json_required',
  })
})

it('every code there is stands at some route', () => {
  const told = Object.values(theDocument.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap(({ description }) => description.split(', '))
  const nowhere = Object.keys(STATUS).filter((code) => !told.includes(code))
  // No route refuses a method that it has; and a visit's refusals are told by the page it ends at.
  expect(nowhere).toEqual(['google_declined', 'method_not_allowed', 'google_attempt_over'])
})

it('the document is served as it is', async () => {
  const answer = await request('/api/openapi.json')
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json'])
  expect(await answer.json()).toEqual(theDocument)
})

it('the page tells of every route, and loads nothing but its own stylesheet', async () => {
  const answer = await request('/api/docs')
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
  const policy = answer.headers.get('Content-Security-Policy')
  expect(policy).toContain("default-src 'none'; style-src 'self'")
  expect(policy).not.toContain('unsafe')
  const text = await answer.text()
  for (const path of Object.keys(theDocument.paths)) expect(text).toContain(`<code>${path}</code>`)
  expect(text).toContain('href="/api/openapi.json"')
  expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=|src=/)
  const loaded = [...text.matchAll(/<link[^>]*href="([^"]+)"/g)].map(([, href]) => href)
  expect(loaded).toEqual(['/api/docs/style.css'])
  const stylesheet = await request('/api/docs/style.css')
  expect([stylesheet.status, stylesheet.headers.get('Content-Type')]).toEqual([
    200,
    'text/css; charset=utf-8',
  ])
  expect(await stylesheet.text()).not.toMatch(/url\(|@import/)
})

it('every link within the page leads somewhere', async () => {
  const text = await (await request('/api/docs')).text()
  const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.length).toBeGreaterThan(20)
  expect(targets.filter((id) => !ids.has(id ?? ''))).toEqual([])
})
