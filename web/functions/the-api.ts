import { hc } from 'hono/client'
import type { AppType } from '../../worker/app'
import type { Call } from './env'

/** A page must not wait long for what only its preview needs. */
const ASK_TIMEOUT_MS = 1_500

/** The API as a stranger sees it: no cookie goes along, so no answer holds anything personal. */
export function theApi({ request, env }: Call) {
  // The limits count addresses; without it all visitors together would be one.
  const address = request.headers.get('CF-Connecting-IP')
  return hc<AppType>(new URL(request.url).origin, {
    headers: address ? { 'CF-Connecting-IP': address } : {},
    fetch: (input: string | URL | Request, init?: RequestInit) =>
      env.API.fetch(input, { ...init, signal: AbortSignal.timeout(ASK_TIMEOUT_MS) }),
  }).api
}

/** What was found, null where there is no such thing, and undefined where nobody could say. */
export async function found<T>(
  asking: Promise<{ status: number; json(): Promise<T> }>,
): Promise<T | null | undefined> {
  try {
    const answer = await asking
    if (answer.status === 404) return null
    return answer.status === 200 ? await answer.json() : undefined
  } catch (error) {
    console.error(error)
    return undefined
  }
}

/** What the site is called and where it lives; enough of it also while the API is silent. */
export async function theSite(call: Call) {
  const said = await found(theApi(call).site.$get())
  const address = said?.url && URL.canParse(said.url) ? said.url : call.request.url
  return { name: said?.name ?? 'Stillpoint', origin: new URL(address).origin, said }
}
