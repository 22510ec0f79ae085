import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './context'
import { ApiError, DatabaseUnavailable } from './errors'
import { logError } from './log'

const RETRY_AFTER_S = 5

/** Every error becomes an answer here: a refusal in its own words, the rest without details. */
export function answerError(error: Error, c: Context<AppEnv>) {
  const { requestId } = c.var.ctx
  const { message, code, details, extra, status } = refusalOf(error) ?? broken(requestId)
  if (status >= 500) logError(error, requestId)
  if (status === 503) c.header('Retry-After', String(RETRY_AFTER_S))
  if (extra?.retry_after_s !== undefined) c.header('Retry-After', String(extra.retry_after_s))
  return c.json({ error: message, code, details, ...extra }, status)
}

/** What an error is to whoever asked; null when it is none of their business. */
export function refusalOf(error: Error): ApiError | null {
  if (error instanceof ApiError) return error
  // Hono raises it where a body is no JSON.
  if (error instanceof HTTPException && error.status === 400) {
    return new ApiError('invalid_json', 'The body is not whole JSON.')
  }
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof DatabaseUnavailable) {
      return new ApiError(
        'unavailable',
        'Our records cannot be reached just now. Try again in a moment.',
      )
    }
  }
  return null
}

/** What happened is for the log; the person gets a word to find it by. */
function broken(requestId: string): ApiError {
  const reference = requestId.slice(0, 8)
  const message = `Something broke on our side. If you write to us, mention ${reference}.`
  return new ApiError('broken', message, undefined, { reference })
}
