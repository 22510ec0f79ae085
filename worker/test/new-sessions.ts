import { env } from 'cloudflare:workers'
import { ask } from './client'

const YEAR = new Date().getUTCFullYear() + 1

/** `-05-01T09:00` of next year, so that no test grows old. */
export function inAYear(rest: string): string {
  return `${YEAR}${rest}`
}

/** The least that `POST /sessions` takes, with anything laid over it. */
export function aBody(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: 'Morning Meditation',
    start_time: inAYear('-05-01T09:00'),
    end_time: inAYear('-05-01T10:00'),
    capacity: 10,
    price: 25,
    ...overrides,
  }
}

/** `POST /sessions`, as a client with a Bearer sends it. */
export function createBy(bearer: string | undefined, body: unknown, key?: string) {
  return ask('POST', '/api/sessions', {
    ...(bearer ? { bearer } : {}),
    body,
    ...(key ? { headers: { 'Idempotency-Key': key } } : {}),
  })
}

export async function countSessionsOf(facilitatorId: number) {
  const count = env.DB.prepare('SELECT count(*) AS n FROM sessions WHERE facilitator_id = ?')
  return (await count.bind(facilitatorId).first<{ n: number }>())?.n
}
