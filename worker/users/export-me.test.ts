import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { aCtx, aFacilitator, aSession } from '../test/factories'
import { exportMe } from './export-me'
import { EXPORT_PAGE } from './export-queries'

/** Two pages, and one row more. */
const MANY = 2 * EXPORT_PAGE + 1

it('an export of many years is whole, though D1 is asked for it page by page', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  const { userId, facilitatorId, name, email } = jane
  const numbers = JSON.stringify(Array.from({ length: MANY }, (_, at) => at + 1))
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO bookings (id, session_id, facilitator_id, user_id, state, party_size, names,
        price_minor, currency, created_at, updated_at, rev)
        SELECT ?1 * 1000000 + value, ?1, ?2, ?3, 'cancelled', 1, '[]', 0, 'EUR', -value, 1, value
        FROM json_each(?4)`,
    ).bind(sessionId, facilitatorId, userId, numbers),
    env.DB.prepare(
      `INSERT INTO messages (facilitator_id, session_id, fingerprint, subject, text, recipients,
        created_at) SELECT ?1, ?2, '', 'Bring a mat', '', 1, value FROM json_each(?3)`,
    ).bind(facilitatorId, sessionId, numbers),
  ])
  const most = { rows: 0 }
  const identity = {
    ...{ userId, facilitatorId, name, email },
    ...{ role: 'facilitator' as const, signInId: 'x', expiresAt: Date.now() + 60_000 },
  }
  const everything = await exportMe(aCtx({ identity, db: openDb(counting(most)) }))
  expect(new Set(everything.bookings.map(({ id }) => id)).size).toBe(MANY)
  expect(everything.bookings).toHaveLength(MANY)
  // The last row was made first.
  expect(everything.bookings[0]?.id).toBe(sessionId * 1_000_000 + MANY)
  expect(new Set(everything.messages.map(({ id }) => id)).size).toBe(MANY)
  expect(most.rows).toBe(EXPORT_PAGE)
})

/** D1, and the most rows that one statement of a batch ever answered. */
function counting(most: { rows: number }): D1Database {
  const withSession = (consistency: D1SessionConstraint) => {
    const session = env.DB.withSession(consistency)
    return {
      prepare: (sql: string) => session.prepare(sql),
      batch: async (statements: D1PreparedStatement[]) => {
        const answers = await session.batch(statements)
        most.rows = Math.max(most.rows, ...answers.map(({ results }) => results.length))
        return answers
      },
    }
  }
  return { withSession } as unknown as D1Database
}
