import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { app } from '../app'
import type { Env } from '../env'
import { faultsOf, routeAt } from './document'

export const ORIGIN = 'https://stillpoint.test'

/** Asks the whole Worker, as its service binding would. */
export function request(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(ORIGIN + path, init)
}

/**
 * Asks a Worker that is configured otherwise, or whose bindings fail. Comes back when what goes on
 * after the answer is done too; `answered` is called before.
 */
export async function requestWith(
  changes: Partial<Env>,
  path: string,
  init?: RequestInit,
  answered = () => {},
) {
  const execution = createExecutionContext()
  const answer = await app.request(ORIGIN + path, init, { ...env, ...changes }, execution)
  answered()
  await waitOnExecutionContext(execution)
  return answer
}

type Ask = { bearer?: string; body?: unknown; headers?: Record<string, string> }

/**
 * JSON in and out with a Bearer, as clients other than browsers speak. An answer that the document
 * does not tell of is an error, whatever the test is about.
 */
export async function ask(method: string, path: string, { bearer, body, headers }: Ask = {}) {
  const answer = await request(path, {
    method,
    headers: {
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const route = routeAt(method, path)
  const faults = route ? await faultsOf(route, answer) : []
  if (faults.length > 0) throw new Error(`${route}, by its operations.ts: ${faults.join('; ')}`)
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the test's own claim.
  const json: any = await answer.json()
  return { status: answer.status, headers: answer.headers, json }
}
