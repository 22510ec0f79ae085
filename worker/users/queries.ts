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

/** Somebody's own account; who was erased has none. */
export async function getProfile(db: Db, userId: number) {
  const [profile] = await db
    .select({ user: users, facilitator: facilitators })
    .from(users)
    .leftJoin(facilitators, eq(facilitators.userId, users.id))
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
  return profile ?? null
}

export type Profile = NonNullable<Awaited<ReturnType<typeof getProfile>>>

/** What a token says of them. */
export function accountOf({ user, facilitator }: Profile): Account {
  const { id, email, name, role } = user
  return { id, email, name, role, facilitatorId: facilitator?.id ?? null }
}
