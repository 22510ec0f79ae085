import { eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { facilitators, users } from '../db/schema'

/** What a token says of somebody. */
export type Account = {
  id: number
  email: string | null
  name: string
  role: 'user' | 'facilitator'
  facilitatorId: number | null
}

/** Inside a D1 batch columns are told apart by name only, so the second `id` needs one of its own. */
export const accountColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  facilitatorId: sql<number | null>`${facilitators.id}`.as('facilitator_id'),
}

export async function getAccountByEmail(db: Db, email: string) {
  const [account] = await db
    .select({ ...accountColumns, passwordHash: users.passwordHash })
    .from(users)
    .leftJoin(facilitators, eq(facilitators.userId, users.id))
    .where(eq(users.email, email))
  return account ?? null
}

export async function getProfile(db: Db, userId: number) {
  const [profile] = await db
    .select({ user: users, facilitator: facilitators })
    .from(users)
    .leftJoin(facilitators, eq(facilitators.userId, users.id))
    .where(eq(users.id, userId))
  return profile ?? null
}
