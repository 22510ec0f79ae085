import { asc, inArray, lte } from 'drizzle-orm'
import type { Db } from '../db/client'
import { attempts, mailTokens, signIns } from '../db/schema'
import { ABSOLUTE_END_MS } from './grant'
import { forgetStrayGuests } from './guests'

export const SIGN_INS_MAX = 1_000

/** For the sweep: links that are too old, tries that count no longer, sign-ins that are over, and guests who never were. */
export async function forgetExpired(db: Db, now: number): Promise<void> {
  await db.batch([
    db.delete(mailTokens).where(lte(mailTokens.expiresAt, now)),
    db.delete(attempts).where(lte(attempts.endsAt, now)),
    forgetSignIns(db, now),
    forgetStrayGuests(db, now),
  ])
}

/**
 * Whatever became of them, at this age they have ended and so has every token of theirs. Until then
 * the row of one that ended says why. A bounded number a run, the oldest first.
 */
export function forgetSignIns(db: Db, now: number) {
  const over = db
    .select({ id: signIns.id })
    .from(signIns)
    .where(lte(signIns.createdAt, now - ABSOLUTE_END_MS))
    .orderBy(asc(signIns.createdAt))
    .limit(SIGN_INS_MAX)
  return db.delete(signIns).where(inArray(signIns.id, over))
}
