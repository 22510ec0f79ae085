import { and, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { deadLetters, mail, messages, users } from '../db/schema'
import { aboutWhom, isLetter, type Mail, messageOf } from './letter'

/** For how long a claimed letter is its consumer's; longer than any sending takes. */
export const LEASE_MS = 2 * 60_000

export type Person = { id: number; name: string; email: string | null; erasedAt: number | null }

/** In one round trip: makes the letter ours if nobody has it, and looks up whom it is about. */
export async function claim(db: Db, letter: Mail, now: number) {
  const messageId = messageOf(letter)
  const [claimed, rows, people, found] = await db.batch([
    db
      .insert(mail)
      .values({
        id: letter.id,
        userId: letter.to.userId,
        kind: letter.kind,
        state: 'sending',
        leaseUntil: now + LEASE_MS,
        attempts: 1,
        triedAt: now,
      })
      .onConflictDoUpdate({
        target: mail.id,
        set: { leaseUntil: now + LEASE_MS, attempts: sql`${mail.attempts} + 1`, triedAt: now },
        setWhere: and(eq(mail.state, 'sending'), lte(mail.leaseUntil, now)),
      })
      .returning({ id: mail.id }),
    db
      .select({ state: mail.state, leaseUntil: mail.leaseUntil })
      .from(mail)
      .where(eq(mail.id, letter.id)),
    db
      .select({ id: users.id, name: users.name, email: users.email, erasedAt: users.erasedAt })
      .from(users)
      .where(inArray(users.id, peopleOf(letter))),
    db
      .select({ id: messages.id })
      .from(messages)
      .where(eq(messages.id, messageId ?? 0)),
  ])
  return {
    isOurs: claimed.length > 0,
    row: rows[0] ?? null,
    people: people satisfies Person[],
    isRecalled: messageId !== null && found.length === 0,
  }
}

export function markSent(db: Db, id: string, now: number) {
  return db.update(mail).set({ state: 'sent', sentAt: now, error: null }).where(eq(mail.id, id))
}

/** There is nobody to send it to, or no sense in it any more. */
export function markDropped(db: Db, id: string) {
  return db.update(mail).set({ state: 'dropped', error: null }).where(eq(mail.id, id))
}

/** Another attempt may begin at once. */
export function release(db: Db, id: string, error: string) {
  return db.update(mail).set({ leaseUntil: 0, error }).where(eq(mail.id, id))
}

/** Final: nothing will send it as it is. It is kept for an operator. */
export function markRefused(db: Db, letter: Mail, error: string, now: number) {
  return db.batch([
    db.update(mail).set({ state: 'refused', error }).where(eq(mail.id, letter.id)),
    bury(db, letter, error, now),
  ])
}

/** A token is never written down: such a letter can be asked for again, not replayed. */
export function bury(db: Db, letter: Mail, reason: string, now: number) {
  return db
    .insert(deadLetters)
    .values({
      id: letter.id,
      kind: letter.kind,
      userId: letter.to.userId,
      aboutUserId: aboutWhom(letter),
      body: isLetter(letter) ? null : JSON.stringify(letter),
      reason,
      diedAt: now,
    })
    .onConflictDoUpdate({ target: deadLetters.id, set: { reason, diedAt: now, replay: false } })
}

export function listToReplay(db: Db, limit: number) {
  return db
    .select({ id: deadLetters.id, body: deadLetters.body })
    .from(deadLetters)
    .where(eq(deadLetters.replay, true))
    .orderBy(deadLetters.diedAt)
    .limit(limit)
}

/** Forgets that these were refused, so that they can be claimed again. */
export function unmark(db: Db, ids: string[]) {
  return db.delete(mail).where(inArray(mail.id, ids))
}

/** But not one that has died again meanwhile. */
export function unbury(db: Db, ids: string[]) {
  return db
    .delete(deadLetters)
    .where(and(inArray(deadLetters.id, ids), eq(deadLetters.replay, true)))
}

/** What nobody will ask for any more. */
export function deleteOlderThan(db: Db, time: number) {
  return db.batch([
    db.delete(mail).where(lt(mail.triedAt, time)),
    db.delete(deadLetters).where(and(eq(deadLetters.replay, false), lt(deadLetters.diedAt, time))),
  ])
}

/** A letter that met one of these errors since then. */
export function metSince(db: Db, errors: readonly string[], time: number) {
  return db
    .select({ id: mail.id })
    .from(mail)
    .where(and(inArray(mail.error, [...errors]), gt(mail.triedAt, time)))
    .limit(1)
}

function peopleOf(letter: Mail): number[] {
  return [...new Set([letter.to.userId, aboutWhom(letter) ?? letter.to.userId])]
}
