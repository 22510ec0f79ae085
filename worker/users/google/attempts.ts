import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, lte } from 'drizzle-orm'
import type { Ctx } from '../../context'
import { googleAttempts } from '../../db/schema'
import { ApiError } from '../../errors'

export const ATTEMPT_LIFE_MS = 10 * 60_000

export type Attempt = typeof googleAttempts.$inferSelect

/** A way to Google that begins now; `browser` is for the cookie of the browser that may finish it. */
export async function beginAttempt(ctx: Ctx, returnPath: string) {
  const browser = randomText()
  const attempt: Attempt = {
    state: randomText(),
    browserHash: sha256(browser),
    nonce: randomText(),
    verifier: randomText(),
    returnPath,
    expiresAt: ctx.now + ATTEMPT_LIFE_MS,
  }
  // Whoever comes sweeps away what others never finished.
  await ctx.db.batch([
    ctx.db.delete(googleAttempts).where(lte(googleAttempts.expiresAt, ctx.now)),
    ctx.db.insert(googleAttempts).values(attempt),
  ])
  return { attempt, browser }
}

/** Gives the attempt to the browser that began it, once. 409 `google_attempt_over`. */
export async function spendAttempt(
  ctx: Ctx,
  { state = '', browser = '' }: { state?: string | undefined; browser?: string | undefined },
): Promise<Attempt> {
  const [attempt] = await ctx.db
    .delete(googleAttempts)
    .where(
      and(
        eq(googleAttempts.state, state),
        eq(googleAttempts.browserHash, sha256(browser)),
        gt(googleAttempts.expiresAt, ctx.now),
      ),
    )
    .returning()
  if (attempt) return attempt
  throw new ApiError(
    'google_attempt_over',
    'This way to Google is used, too old, or began in another browser. Start again.',
  )
}

/** What goes to Google in place of the verifier, so that only we can finish (RFC 7636). */
export function challengeOf({ verifier }: Pick<Attempt, 'verifier'>): string {
  return sha256(verifier)
}

/** 256 bits that nobody guesses. */
export function randomText(): string {
  return randomBytes(32).toString('base64url')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
