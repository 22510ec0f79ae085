import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { ApiError } from './errors'

export const BODY_MAX_BYTES = 64 * 1024

/** 413 from the length announced, or else as soon as more than that has been read. */
export const limitBody = bodyLimit({
  maxSize: BODY_MAX_BYTES,
  onError: () => {
    throw new ApiError('too_large', `A body may have at most ${BODY_MAX_BYTES} bytes.`)
  },
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
