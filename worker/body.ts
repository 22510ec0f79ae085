import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { ApiError } from './errors'

export const BODY_MAX_BYTES = 64 * 1024
/**
 * What is too much is thrown away as it comes, up to here: clients that send all before they read
 * would otherwise find a cut line where the answer should be.
 */
export const DRAIN_MAX_BYTES = 2 * 1024 * 1024

/** 413 from the length announced, or else from what came; never more than the limit is kept. */
export const limitBody = createMiddleware<AppEnv>(async (c, next) => {
  const { raw } = c.req
  if (!raw.body) return next()
  if (Number(c.req.header('Content-Length')) > BODY_MAX_BYTES) throw tooLarge()
  c.req.raw = new Request(raw, { body: await readWhole(raw.body) })
  await next()
})

/**
 * 415 unless a body says that it is JSON: a form of another site cannot say so without asking first.
 * No body needs no type, and a type without a body means nothing.
 */
export const requireJson = createMiddleware<AppEnv>(async (c, next) => {
  const { raw } = c.req
  const lengthBytes = raw.body ? (await c.req.arrayBuffer()).byteLength : 0
  const type = c.req.header('Content-Type')
  if (lengthBytes === 0 && type) {
    const headers = new Headers(raw.headers)
    headers.delete('Content-Type')
    c.req.raw = new Request(raw.url, { method: raw.method, headers })
  } else if (lengthBytes > 0 && !isJson(type)) {
    throw new ApiError('json_required', 'The body is expected to be application/json.')
  }
  await next()
})

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json\s*(;|$)/i.test(type)
}

async function readWhole(body: ReadableStream<Uint8Array>): Promise<Blob> {
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  let sizeBytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done && sizeBytes > BODY_MAX_BYTES) throw tooLarge()
    if (done) return new Blob(pieces)
    sizeBytes += value.byteLength
    if (sizeBytes > DRAIN_MAX_BYTES) throw tooLarge()
    if (sizeBytes <= BODY_MAX_BYTES) pieces.push(value)
  }
}

function tooLarge() {
  return new ApiError('too_large', `A body may have at most ${BODY_MAX_BYTES} bytes.`)
}
