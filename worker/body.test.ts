import { expect, it } from 'vitest'
import { BODY_MAX_BYTES, DRAIN_MAX_BYTES } from './body'
import { request } from './test/client'

const JSON_TYPE = { 'Content-Type': 'application/json' }
const LOGIN = '/api/auth/login'

it('a body cut in half is 400 invalid_json', async () => {
  expect(await post('{"email": "ann@exam', JSON_TYPE)).toEqual([400, 'invalid_json'])
})

it('a body of 1 MB is 413, announced or not', async () => {
  const big = 'x'.repeat(1024 * 1024)
  expect(await post(big, JSON_TYPE)).toEqual([413, 'too_large'])
  expect(await post(inPieces(big), JSON_TYPE)).toEqual([413, 'too_large'])
})

it('an endless body is left unread after a while', async () => {
  let readBytes = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      readBytes += 1024
      controller.enqueue(new Uint8Array(1024))
    },
  })
  expect(await post(endless, JSON_TYPE)).toEqual([413, 'too_large'])
  expect(readBytes).toBeLessThan(2 * DRAIN_MAX_BYTES)
})

it('a body of exactly the limit is read, and one byte more is not', async () => {
  const around = JSON.stringify({ email: '', password: '' }).length
  const fitting = JSON.stringify({ email: '', password: 'x'.repeat(BODY_MAX_BYTES - around) })
  expect(await post(fitting, JSON_TYPE)).toEqual([401, 'wrong_credentials'])
  expect(await post(`${fitting} `, JSON_TYPE)).toEqual([413, 'too_large'])
  expect(await post(inPieces(fitting), JSON_TYPE)).toEqual([401, 'wrong_credentials'])
  expect(await post(inPieces(`${fitting} `), JSON_TYPE)).toEqual([413, 'too_large'])
})

it.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonish',
  'text/plain; application/json',
])('a body of type %s is 415', async (type) => {
  expect(await post('{}', { 'Content-Type': type })).toEqual([415, 'json_required'])
})

it('a body whose type is not said is 415', async () => {
  expect(await post(new TextEncoder().encode('{}'), {})).toEqual([415, 'json_required'])
})

it('JSON may name its charset', async () => {
  const type = { 'Content-Type': 'Application/JSON; charset=utf-8' }
  expect(await post('{"email":"x","password":"y"}', type)).toEqual([401, 'wrong_credentials'])
})

it('no body needs no type, and a type without a body means nothing', async () => {
  for (const headers of [{}, JSON_TYPE, { 'Content-Type': 'text/plain' }]) {
    for (const body of [null, '']) {
      const answer = await request('/api/auth/logout', { method: 'POST', headers, body })
      expect(answer.status).toBe(200)
    }
  }
})

it.each(['null', '7', '"text"', '[]', '[{}]'])('a body of %s is named as such', async (body) => {
  const answer = await request(LOGIN, { method: 'POST', headers: JSON_TYPE, body })
  expect([answer.status, (await answer.json<Refusal>()).details?.[0]?.path]).toEqual([400, 'body'])
})

type Refusal = { code?: string; details?: { path: string }[] }

async function post(body: BodyInit, headers: Record<string, string>) {
  const answer = await request(LOGIN, { method: 'POST', headers, body })
  return [answer.status, (await answer.json<Refusal>()).code]
}

/** A stream of unknown length, which is sent without a Content-Length. */
function inPieces(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + 10_000))
      at += 10_000
    },
  })
}
