import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { bookings, messages, sessions } from '../db/schema'
import { COUNTED } from './queries'

export const MESSAGES_PER_DAY = 5
const DAY_MS = 86_400_000

export type Message = typeof messages.$inferSelect

/** In one round trip: the session, who booked it, what she sent of late, and what this key made. */
export async function getForMessage(
  db: Db,
  ask: { facilitatorId: number; sessionId: number; key: string | null; now: number },
) {
  const { facilitatorId, sessionId, key, now } = ask
  const [[session], booked, recent, [made]] = await db.batch([
    db.select().from(sessions).where(eq(sessions.id, sessionId)),
    listBooked(db, sessionId),
    listRecent(db, facilitatorId, now),
    madeBefore(db, facilitatorId, key ?? ''),
  ])
  return { session: session ?? null, booked, recent, made: made ?? null }
}

export function listBooked(db: Db, sessionId: number) {
  return db
    .select({ id: bookings.id, userId: bookings.userId })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.state, COUNTED)))
}

/** When she sent the last few; the oldest first to be forgotten comes last. */
export function listRecent(db: Db, facilitatorId: number, now: number) {
  return db
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.facilitatorId, facilitatorId), gt(messages.createdAt, now - DAY_MS)))
    .orderBy(desc(messages.createdAt))
    .limit(MESSAGES_PER_DAY)
}

/**
 * One transaction: the message, or what another press with its key made meanwhile. Null when she has
 * sent too many by then: the counting and the writing are one statement.
 */
export async function insertMessage(db: Db, message: Omit<Message, 'id'>): Promise<Message | null> {
  const { facilitatorId, createdAt } = message
  const sent = sql`(select count(*) from ${messages} where ${and(
    eq(messages.facilitatorId, facilitatorId),
    gt(messages.createdAt, createdAt - DAY_MS),
  )})`
  const insert = db
    .insert(messages)
    .select(
      sql`select null, ${facilitatorId}, ${message.sessionId}, ${message.idempotencyKey},
        ${message.fingerprint}, ${message.subject}, ${message.text}, ${message.recipients},
        ${createdAt} where ${sent} < ${MESSAGES_PER_DAY}`,
    )
    .onConflictDoNothing()
    .returning()
  const [[made], [known]] = await db.batch([
    insert,
    madeBefore(db, facilitatorId, message.idempotencyKey ?? ''),
  ])
  return made ?? known ?? null
}

/** Seconds until the oldest of these is a day old. */
export function secondsToNext(recent: { createdAt: number }[], now: number): number {
  return Math.max(1, Math.ceil(((recent.at(-1)?.createdAt ?? now) + DAY_MS - now) / 1000))
}

function madeBefore(db: Db, facilitatorId: number, key: string) {
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.facilitatorId, facilitatorId), eq(messages.idempotencyKey, key)))
}
