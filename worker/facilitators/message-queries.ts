import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { bookings, messages, sessions } from '../db/schema'
import { COUNTED } from './queries'

export const MESSAGES_PER_DAY = 5
const DAY_MS = 86_400_000
/** Words are thought better of as they are sent: for so long a message can be taken back. */
const RECALL_MS = 20_000
/** Its letters leave the queue later than that, also by a clock that is a little behind. */
export const LETTERS_DELAY_S = 25

export const recallUntil = (sentAt: number) => sentAt + RECALL_MS

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

/** A message taken back never was: it counts for no day, and the letters of it find it gone. */
export async function deleteMessage(
  db: Db,
  ask: { id: number; facilitatorId: number; now: number },
) {
  const hers = and(eq(messages.id, ask.id), eq(messages.facilitatorId, ask.facilitatorId))
  const [recalled, [left]] = await db.batch([
    db
      .delete(messages)
      .where(and(hers, gt(messages.createdAt, ask.now - RECALL_MS)))
      .returning({ id: messages.id }),
    db.select({ id: messages.id }).from(messages).where(hers),
  ])
  return { isRecalled: recalled.length > 0, isSent: left !== undefined }
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
