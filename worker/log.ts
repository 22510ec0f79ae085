import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'

/**
 * One line a request. Nothing in it tells who asked or what they typed: no address, no query, no
 * body, no token; the id leads from a person's report to the line.
 */
export const logRequests = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const { requestId, now } = c.var.ctx
  const line = {
    level: c.res.status >= 500 ? 'error' : 'info',
    request_id: requestId,
    method: c.req.method,
    path: c.req.path,
    status: c.res.status,
    code: codeOf(c),
    ms: Date.now() - now,
  }
  console.log(JSON.stringify(line))
})

/** What broke, down to its first cause, without the values that a failing query was given. */
export function logError(error: unknown, requestId: string): void {
  const causes: string[] = []
  for (let at = error; at !== undefined && causes.length < 5; at = causeOf(at)) {
    causes.push(withoutValues(at instanceof Error ? `${at.name}: ${at.message}` : String(at)))
  }
  const line = { level: 'error', request_id: requestId, error: causes, at: framesOf(error) }
  console.error(JSON.stringify(line))
}

function codeOf(c: Context<AppEnv>): string | undefined {
  const error = c.error
  return error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined
}

/** drizzle ends its message with the parameters, which may be somebody's email. */
function withoutValues(message: string): string {
  return message.replace(/\nparams:[\s\S]*$/, '')
}

function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line.startsWith('at ')).slice(0, 10)
}
