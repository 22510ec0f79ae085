import type { hc } from 'hono/client'
import type { AppType } from '../../worker/app'

/** What a call may carry here; no form, no cookie, no file. */
type Carried = {
  param?: Record<string, string>
  query?: Record<string, string | string[] | undefined>
  json?: unknown
  header?: Record<string, string>
}
type Ask = (url: string, init: RequestInit) => Promise<Response>

/**
 * Hono's client to the letter of its types: `api.sessions[':id'].$get({ param })`. Its own code
 * also knows forms, cookies and sockets, which each first visit would load and no page here uses.
 */
export function typedClient(ask: Ask): ReturnType<typeof hc<AppType>> {
  const at = (path: string[]): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => at([...path, String(name)]),
      apply: (_, __, [carried]: [Carried?]) => send(path, carried),
    })
  const send = (path: string[], { param, query, json, header }: Carried = {}) => {
    const method = path.at(-1)?.slice(1).toUpperCase()
    const names = path
      .slice(0, -1)
      .map((name) => (name.startsWith(':') ? param?.[name.slice(1)] : name))
    const headers = new Headers(header)
    if (json !== undefined) headers.set('Content-Type', 'application/json')
    return ask(`/${names.join('/')}${searchOf(query)}`, {
      method,
      headers,
      body: json === undefined ? undefined : JSON.stringify(json),
    })
  }
  return at([]) as ReturnType<typeof hc<AppType>>
}

function searchOf(query: Carried['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, values] of Object.entries(query)) {
    for (const value of [values].flat()) if (value !== undefined) search.append(name, value)
  }
  return search.size > 0 ? `?${search}` : ''
}
