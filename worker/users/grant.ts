import { type Ctx, signedIn } from '../context'
import type { Env } from '../env'
import type { Account } from './queries'
import { hashOf, newRefreshToken } from './refresh-tokens'
import { signAccessToken } from './tokens'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A sign-in that nobody used for this long is over. */
export const IDLE_END_MS = 14 * DAY_MS
/** However much it was used. */
export const ABSOLUTE_END_MS = 30 * DAY_MS

/** A cookie renews itself while the page is open, so it may be short. */
const COOKIE_LIFE_MS = 15 * 60_000
const BODY_LIFE_DEFAULT_HOURS = 1

/** Who asks to be signed in, and how its tokens travel. */
export type Client = { carrier: 'cookie' | 'body'; userAgent: string }

/** What a sign-in hands out. */
export type Grant = {
  user: { id: number; email: string; name: string; role: Account['role'] }
  accessToken: string
  accessLifeMs: number
  refreshToken: string
  refreshLifeMs: number
}

/** The row of a sign-in that begins now, and the token whose hash it holds. */
export function newSignIn(now: number, { carrier, userAgent }: Client) {
  const id = crypto.randomUUID()
  const refreshToken = newRefreshToken(id)
  const row = {
    id,
    carrier,
    currentHash: hashOf(refreshToken),
    rotatedAt: now,
    userAgent: userAgent.slice(0, 200),
    createdAt: now,
    lastUsedAt: now,
  }
  return { row, refreshToken }
}

/** Signs what `account` may show from now on; no token outlives its sign-in. */
export async function grant(
  ctx: Ctx,
  account: Account,
  signIn: { id: string; createdAt: number },
  refreshToken: string,
  carrier: Client['carrier'],
): Promise<Grant> {
  const remainingMs = signIn.createdAt + ABSOLUTE_END_MS - ctx.now
  const lifeMs = carrier === 'cookie' ? COOKIE_LIFE_MS : bodyLifeMs(ctx.env)
  const accessLifeMs = Math.min(lifeMs, remainingMs)
  const { id, name, role, facilitatorId } = account
  const email = account.email ?? ''
  const proof = { userId: id, signInId: signIn.id, role, facilitatorId, name, email }
  return {
    user: { id, email, name, role },
    accessToken: await signAccessToken(ctx.env, proof, ctx.now, accessLifeMs),
    accessLifeMs,
    refreshToken,
    refreshLifeMs: Math.min(IDLE_END_MS, remainingMs),
  }
}

/** The proof that was shown, in new words: a changed name, a new role. It ends when that one ends. */
export async function proveAnew(ctx: Ctx, account: Account) {
  const { signInId, expiresAt } = signedIn(ctx)
  const { id: userId, name, role, facilitatorId } = account
  const proof = { userId, signInId, role, facilitatorId, name, email: account.email ?? '' }
  const accessLifeMs = expiresAt - ctx.now
  return { accessToken: await signAccessToken(ctx.env, proof, ctx.now, accessLifeMs), accessLifeMs }
}

/** How long a proof may go on speaking for somebody who is gone. */
export function longestProofMs(env: Env): number {
  return Math.max(COOKIE_LIFE_MS, bodyLifeMs(env))
}

/** `JWT_EXPIRES_HOURS`, fractions too; what is no such number counts as not said. */
function bodyLifeMs(env: Env): number {
  const hours = Number(env.JWT_EXPIRES_HOURS)
  return (hours > 0 ? hours : BODY_LIFE_DEFAULT_HOURS) * HOUR_MS
}
