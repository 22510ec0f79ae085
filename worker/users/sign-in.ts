import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../context'
import { signIns, users } from '../db/schema'
import { ApiError } from '../errors'
import { type Client, type Grant, grant, newSignIn } from './grant'
import { checkPassword, hashPassword, isOutdated } from './passwords'
import { getAccountByEmail } from './queries'
import type { Credentials } from './schema'

/** 401 `wrong_credentials`, in the same words and time for a wrong password and an unknown email. */
export async function signIn(
  ctx: Ctx,
  input: Credentials,
  client: Client,
  check = checkPassword,
): Promise<Grant> {
  const account = await getAccountByEmail(ctx.db, input.email)
  const stored = account?.passwordHash ?? null
  const isRight = await check(input.password, stored)
  if (!account || !stored || !isRight) {
    throw new ApiError('wrong_credentials', 'That email and password do not go together.')
  }
  const { row, refreshToken } = newSignIn(ctx.now, client)
  await ctx.db.insert(signIns).values({ ...row, userId: account.id })
  if (isOutdated(stored)) ctx.later(hashAgain(ctx, account.id, stored, input.password))
  return grant(ctx, account, row, refreshToken, client.carrier)
}

/** Only now is the password at hand, so only now can its hash follow the cost. */
async function hashAgain(ctx: Ctx, userId: number, stored: string, password: string) {
  const passwordHash = await hashPassword(password)
  // A password changed meanwhile stays changed.
  const unchanged = and(eq(users.id, userId), eq(users.passwordHash, stored))
  await ctx.db.update(users).set({ passwordHash }).where(unchanged)
}
