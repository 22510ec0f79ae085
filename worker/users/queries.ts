import { and, eq, isNull, sql } from 'drizzle-orm'
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

/** Nobody or one: an email is unique. */
export function accountByEmail(db: Db, email: string) {
  return db
    .select({ ...accountColumns, passwordHash: users.passwordHash })
    .from(users)
    .leftJoin(facilitators, eq(facilitators.userId, users.id))
    .where(eq(users.email, email))
}

export type Profile = {
  user: typeof users.$inferSelect
  facilitator: typeof facilitators.$inferSelect | null
}

/** Somebody's own account; who was erased has none. */
export async function getProfile(db: Db, userId: number): Promise<Profile | null> {
  return profileFrom(...(await db.batch(profileQueries(db, userId))))
}

/** The same for a batch in which something else happens; `profileFrom` takes what they answer. */
export function profileQueries(db: Db, userId: number) {
  const user = db
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
  const facilitator = db.select().from(facilitators).where(eq(facilitators.userId, userId))
  return [user, facilitator] as const
}

export function profileFrom(
  [user]: Profile['user'][],
  [facilitator]: NonNullable<Profile['facilitator']>[],
): Profile | null {
  return user ? { user, facilitator: facilitator ?? null } : null
}

/** What a token says of them. */
export function accountOf({ user, facilitator }: Profile): Account {
  const { id, email, name, role } = user
  return { id, email, name, role, facilitatorId: facilitator?.id ?? null }
}
