import { env } from 'cloudflare:workers'
import type { Ctx } from '../context'
import { openDb } from '../db/client'
import { facilitators, sessions, users } from '../db/schema'
import { hourOf } from '../sessions/hour'
import { signAccessToken } from '../users/tokens'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Storage is shared by the tests of one file, so each call makes somebody new. */
export async function aUser(overrides: Partial<typeof users.$inferInsert> = {}) {
  const name = overrides.name ?? 'Ann Visitor'
  const email = overrides.email ?? `${crypto.randomUUID()}@example.com`
  const role = overrides.role ?? 'user'
  const [row] = await openDb(env.DB)
    .insert(users)
    .values({ name, email, role, createdAt: Date.now(), ...overrides })
    .returning()
  if (!row) throw new Error('D1 gave no row back')
  return { userId: row.id, facilitatorId: null, name, email, bearer: await bearer(row, null) }
}

/** Approved, unless `approvedAt: null` says otherwise. */
export async function aFacilitator(overrides: Partial<typeof facilitators.$inferInsert> = {}) {
  const user = await aUser({ name: 'Jane Smith', role: 'facilitator' })
  const now = Date.now()
  const [row] = await openDb(env.DB)
    .insert(facilitators)
    .values({ userId: user.userId, approvedAt: now, createdAt: now, ...overrides })
    .returning()
  if (!row) throw new Error('D1 gave no row back')
  const who = { id: user.userId, name: user.name, email: user.email, role: 'facilitator' as const }
  return { ...user, facilitatorId: row.id, bearer: await bearer(who, row.id) }
}

/** What a verb is handed, for tests that call it without HTTP: at another time, or with D1 away. */
export function aCtx(overrides: Partial<Ctx> = {}) {
  const pending: Promise<unknown>[] = []
  const ctx: Ctx = {
    env,
    db: openDb(env.DB),
    now: Date.now(),
    requestId: crypto.randomUUID(),
    identity: null,
    later: (work) => {
      // Whoever settles hears of it; until then it is nobody's.
      work.catch(() => {})
      pending.push(work)
    },
    ...overrides,
  }
  /** Everything handed to `later` until now. */
  const settled = () => Promise.all(pending)
  return { ...ctx, settled }
}

/** A D1 that refuses every call. */
export function d1Away(): D1Database {
  const refuse = () => Promise.reject(new Error('D1_ERROR: Network connection lost.'))
  const statement = { bind: () => statement, first: refuse, run: refuse, all: refuse, raw: refuse }
  const session = { prepare: () => statement, batch: refuse }
  return { withSession: () => session } as unknown as D1Database
}

/** A row of D1 that no desk has touched yet: active, in a week, ten seats. Answers its id. */
export async function aSession(
  facilitator: { facilitatorId: number },
  overrides: Partial<typeof sessions.$inferInsert> = {},
): Promise<number> {
  const startTime = overrides.startTime ?? Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 7 * DAY_MS
  const timeZone = overrides.timeZone ?? 'Europe/Amsterdam'
  const capacity = overrides.capacity ?? 10
  const [row] = await openDb(env.DB)
    .insert(sessions)
    .values({
      facilitatorId: facilitator.facilitatorId,
      status: 'active',
      sessionType: 'session',
      title: 'Morning Meditation',
      description: 'Sit, breathe, begin.',
      startTime,
      endTime: startTime + HOUR_MS,
      timeZone,
      hour: hourOf({ startTime, timeZone }),
      capacity,
      available: capacity,
      priceMinor: 2500,
      currency: 'EUR',
      createdAt: Date.now(),
      ...overrides,
    })
    .returning({ id: sessions.id })
  if (!row) throw new Error('D1 gave no row back')
  return row.id
}

/** Good for an hour, as clients other than browsers hold it. */
function bearer(
  user: { id: number; name: string; email: string | null; role: 'user' | 'facilitator' },
  facilitatorId: number | null,
) {
  const who = {
    userId: user.id,
    signInId: crypto.randomUUID(),
    role: user.role,
    facilitatorId,
    name: user.name,
    email: user.email ?? '',
  }
  return signAccessToken(env, who, Date.now(), HOUR_MS)
}
