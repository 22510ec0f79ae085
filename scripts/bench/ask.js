import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import { SignJWT } from 'jose'
import { Stop } from '../local/stop.js'
import { PEOPLE } from './sow.js'

/** As many ask at once; each has a connection and keeps it. */
export const AT_ONCE = 16
const TIMEOUT_MS = 20_000

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

/** @typedef {{ status: number, body: string }} Answer */
/** @typedef {{ method?: string, bearer?: string, body?: object, expect?: number }} Asked */

/**
 * One request; an answer other than the expected ends the benchmark, for it would measure a refusal.
 * @param {string} url @param {Asked} [asked] @returns {Promise<string>} the body
 */
export async function ask(url, { method = 'GET', bearer, body, expect = 200 } = {}) {
  const answer = await send(url, method, bearer, body === undefined ? '' : JSON.stringify(body))
  if (answer.status === expect) return answer.body
  throw new Stop(`${method} ${url} answered ${answer.status} for ${expect}: ${answer.body}`)
}

/** @param {string} url @param {string} method @param {string | undefined} bearer @param {string} body @returns {Promise<Answer>} */
function send(url, method, bearer, body) {
  const headers = {
    ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
    ...(body
      ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
      : {}),
  }
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, agent, headers, timeout: TIMEOUT_MS }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
    })
    asking.once('timeout', () => asking.destroy(new Stop(`${url} did not answer.`)))
    asking.once('error', reject)
    asking.end(body)
  })
}

/** Ends the connections, so that the process may end. */
export function hangUp() {
  agent.destroy()
}

/**
 * Does them, so many at once, until all are done or the time is over.
 * @param {(() => Promise<unknown>)[]} units
 */
export async function inParallel(
  units,
  { atOnce = AT_ONCE, forMs = Number.POSITIVE_INFINITY } = {},
) {
  const began = performance.now()
  let done = 0
  const waiting = [...units].reverse()
  const walk = async () => {
    for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
      await unit()
      done += 1
      if (performance.now() - began > forMs) return
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
  return { ms: performance.now() - began, done }
}

/** @typedef {{ id: number, bearer: string }} Person somebody signed in, new to every desk */

/** Signs in as the Worker would: who asks is told by the token alone. @param {string} secret */
export function crowd(secret) {
  const key = new TextEncoder().encode(secret)
  const kid = createHash('sha256').update(secret).digest('hex').slice(0, 8)
  let last = PEOPLE
  /** @returns {Promise<Person>} */
  const person = async () => {
    const id = ++last
    const claims = { sid: 'bench', role: 'user', facilitator_id: null, name: `Person ${id}` }
    const bearer = await new SignJWT({ ...claims, email: `person${id}@bench.example` })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
      .setIssuer('stillpoint')
      .setAudience('stillpoint-api')
      .setSubject(String(id))
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key)
    return { id, bearer }
  }
  return (/** @type {number} */ count) => Promise.all(Array.from({ length: count }, person))
}
