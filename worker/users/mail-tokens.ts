import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Db } from '../db/client'
import { mailTokens } from '../db/schema'

const MINUTE_MS = 60_000

/** How long the link in a letter of each kind is good. */
export const MAIL_TOKEN_LIFE_MS = {
  verify_email: 24 * 60 * MINUTE_MS,
  reset_password: 60 * MINUTE_MS,
}

export type MailTokenKind = keyof typeof MAIL_TOKEN_LIFE_MS

/**
 * 32 random bytes as base64url, and the row that knows them again. D1 has only the SHA-256 of the
 * token's letters, base64url too: who reads the table can open no account.
 */
export function newMailToken(userId: number, kind: MailTokenKind, now: number) {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now + MAIL_TOKEN_LIFE_MS[kind]
  return { token, row: { hash: mailTokenHash(token), userId, kind, createdAt: now, expiresAt } }
}

export function mailTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Whose token this is, as a subquery; nobody's once it was used or is too old. */
export function ownerOf(db: Db, token: string, kind: MailTokenKind, now: number) {
  return db
    .select({ userId: mailTokens.userId })
    .from(mailTokens)
    .where(
      and(
        eq(mailTokens.hash, mailTokenHash(token)),
        eq(mailTokens.kind, kind),
        gt(mailTokens.expiresAt, now),
      ),
    )
}
