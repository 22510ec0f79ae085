import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Ctx } from '../context'
import { facilitators, signIns, users } from '../db/schema'
import { ApiError } from '../errors'
import { endSignIn } from './end-sign-in'
import { ABSOLUTE_END_MS, type Client, type Grant, grant, IDLE_END_MS } from './grant'
import { accountColumns } from './queries'
import { hashOf, newSalt, signInIdOf, successorOf } from './refresh-tokens'

/** Two tabs, or a client whose answer was lost, may show the same token for this long. */
const GRACE_MS = 10_000

/**
 * Exchanges a refresh token for the next one. All who show the same token at once get the same
 * successor; one that was spent before is in two hands, so the sign-in ends: 401 `sign_in_ended`.
 */
export async function refresh(ctx: Ctx, token: string, carrier: Client['carrier']): Promise<Grant> {
  const id = signInIdOf(token)
  const found = await rotate(ctx, id, token)
  if (!found || isOver(found.signIn, ctx.now)) throw ended()
  const successor = agreedSuccessor(token, found.signIn, ctx.now)
  if (successor === null) {
    await endSignIn(ctx, id, 'reuse')
    throw ended()
  }
  const signIn = { id, createdAt: found.signIn.createdAt }
  return grant(ctx, found.account, signIn, successor, carrier)
}

/**
 * The compare-and-set, and the sign-in as it is after it, in one round trip. Whether we or another
 * caller won does not matter: the row's salt leads from the token to the same successor.
 */
async function rotate(ctx: Ctx, id: string, token: string) {
  const salt = newSalt()
  const [, [found]] = await ctx.db.batch([
    ctx.db
      .update(signIns)
      .set({
        currentHash: hashOf(successorOf(token, salt)),
        previousHash: hashOf(token),
        rotationSalt: salt,
        rotatedAt: ctx.now,
        lastUsedAt: ctx.now,
      })
      .where(
        and(
          eq(signIns.id, id),
          eq(signIns.currentHash, hashOf(token)),
          isNull(signIns.endedAt),
          gt(signIns.lastUsedAt, ctx.now - IDLE_END_MS),
          gt(signIns.createdAt, ctx.now - ABSOLUTE_END_MS),
        ),
      ),
    ctx.db
      .select({ signIn: signInColumns, account: accountColumns })
      .from(signIns)
      .innerJoin(users, eq(users.id, signIns.userId))
      .leftJoin(facilitators, eq(facilitators.userId, signIns.userId))
      .where(eq(signIns.id, id)),
  ])
  return found ?? null
}

const signInColumns = {
  previousHash: signIns.previousHash,
  rotationSalt: signIns.rotationSalt,
  rotatedAt: signIns.rotatedAt,
  createdAt: signIns.createdAt,
  lastUsedAt: signIns.lastUsedAt,
  endedAt: signIns.endedAt,
}

type SignIn = Pick<typeof signIns.$inferSelect, keyof typeof signInColumns>

function isOver(signIn: SignIn, now: number): boolean {
  return (
    signIn.endedAt !== null ||
    now - signIn.lastUsedAt >= IDLE_END_MS ||
    now - signIn.createdAt >= ABSOLUTE_END_MS
  )
}

/** Null when the token was spent by an earlier rotation, or too long before. */
function agreedSuccessor(token: string, signIn: SignIn, now: number): string | null {
  const { previousHash, rotationSalt, rotatedAt } = signIn
  if (rotationSalt === null || previousHash !== hashOf(token)) return null
  return now - rotatedAt <= GRACE_MS ? successorOf(token, rotationSalt) : null
}

function ended() {
  return new ApiError('sign_in_ended', 'Your sign-in has ended. Sign in again.')
}
