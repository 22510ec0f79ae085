import { handedOver } from './handed-over'
import { fetchOrKept } from './offline/kept-answers'
import { setKeptSince } from './offline/kept-since'
import { Refusal, refusalFrom, unreachable } from './refusal'
import { typedClient } from './typed-client'
import { signIn } from './users/keep-signed-in'

/**
 * The API, typed end to end by the Worker's own routes. Every answer that comes back is a yes;
 * everything else is thrown as a `Refusal`.
 */
export const api = typedClient(ask).api

/** Signing in and out, and the way back in, must work whatever became of an older sign-in. */
const NEEDS_NO_SIGN_IN =
  /^\/api\/auth\/(register|login|logout|forgot-password|reset-password|verify-email)$/

/** Without a connection, what is one's own is answered as it was. */
const reach = fetchOrKept({
  caches: globalThis.caches,
  fetch: (input, init) => fetch(input, init),
  now: Date.now,
  personId: signIn.personId,
  shown: setKeptSince,
})

const takeOver = handedOver({
  text: globalThis.document?.getElementById('handed-over')?.textContent,
  now: () => performance.now(),
  mayBeSomebody: signIn.mayBeSomebody,
})

async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const handed = takeOver(input, init?.method)
  if (handed) return handed
  const renews = !NEEDS_NO_SIGN_IN.test(String(input))
  if (renews) await signIn.renewInTime()
  let response = await reach(input, init).catch(unreachable)
  if (response.status === 401 && renews && (await signIn.renew())) {
    response = await reach(input, init).catch(unreachable)
  }
  if (response.ok) return response
  throw await refusalFrom(response)
}

/**
 * For a page that reads again while somebody looks at it: once there was an answer, a reading
 * that fails keeps it, because a form on the page must outlive a lost connection.
 */
export async function orKeep<T>(last: T | undefined, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (last !== undefined && error instanceof Refusal && !error.isDefinite) return last
    throw error
  }
}
