import { lte } from 'drizzle-orm'
import type { Db } from '../db/client'
import { attempts, mailTokens } from '../db/schema'

/** For the sweep: links that are too old and tries that count no longer. */
export async function forgetExpired(db: Db, now: number): Promise<void> {
  await db.batch([
    db.delete(mailTokens).where(lte(mailTokens.expiresAt, now)),
    db.delete(attempts).where(lte(attempts.endsAt, now)),
  ])
}
