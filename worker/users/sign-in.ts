import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../context'
import { isRefusedBySqlite } from '../db/client'
import { signIns, users } from '../db/schema'
import { ApiError } from '../errors'
import { forgiven, tryOn } from './attempts'
import { type Client, type Grant, grant, newSignIn } from './grant'
import { checkPassword, hashPassword, isOutdated } from './passwords'
import { accountByEmail } from './queries'
import type { Credentials } from './schema'

/**
 * 401 `wrong_credentials`, in the same words and time for a wrong password and an unknown email;
 * 429 `too_many_requests` for either, before anything is hashed.
 */
export async function signIn(
  ctx: Ctx,
  input: Credentials,
  client: Client,
  check = checkPassword,
): Promise<Grant> {
  const found = accountByEmail(ctx.db, input.email)
  const [account] = await tryOn(ctx, 'sign_in', input.email, found)
  const stored = account?.passwordHash ?? null
  const isRight = await check(input.password, stored)
  if (!account || !stored || !isRight) throw wrong()
  const { row, refreshToken } = newSignIn(ctx.now, client)
  await open(ctx, row, account.id, stored, input.email)
  if (isOutdated(stored)) ctx.later(hashAgain(ctx, account.id, stored, input.password))
  return grant(ctx, account, row, refreshToken, client.carrier)
}

/** Only while the password is the one that was checked: a reset in between ends this one too. */
async function open(
  ctx: Ctx,
  row: ReturnType<typeof newSignIn>['row'],
  id: number,
  stored: string,
  email: string,
) {
  const userId = sql<number>`(select id from users where id = ${id} and password_hash = ${stored})`
  try {
    await ctx.db.batch([
      ctx.db.insert(signIns).values({ ...row, userId }),
      forgiven(ctx.db, 'sign_in', email),
    ])
  } catch (error) {
    throw isRefusedBySqlite(error) ? wrong() : error
  }
}

function wrong() {
  return new ApiError('wrong_credentials', 'That email and password do not go together.')
}

/** Only now is the password at hand, so only now can its hash follow the cost. */
async function hashAgain(ctx: Ctx, userId: number, stored: string, password: string) {
  const passwordHash = await hashPassword(password)
  // A password changed meanwhile stays changed.
  const unchanged = and(eq(users.id, userId), eq(users.passwordHash, stored))
  await ctx.db.update(users).set({ passwordHash }).where(unchanged)
}
