import { and, eq, isNull } from 'drizzle-orm'
import { type Ctx, signedIn } from '../context'
import { users } from '../db/schema'
import { ApiError } from '../errors'
import { tryOn } from './attempts'
import { accountGone } from './me'
import { checkPassword } from './passwords'

/**
 * Asks who is signed in for the password, so that an unlocked screen is not enough. Answers its hash,
 * or null for an account that has none: nobody can be asked for what was never set. 403
 * `wrong_password` naming `field`.
 */
export async function confirmPassword(
  ctx: Ctx,
  given: string | undefined,
  field: string,
): Promise<string | null> {
  const { userId } = signedIn(ctx)
  const lookUp = ctx.db
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
  const [user] = await tryOn(ctx, 'password', userId, lookUp)
  if (!user) throw accountGone()
  await assertPassword(given, user.passwordHash, field)
  return user.passwordHash
}

/** The judgement alone, for who has looked up the hash and counted the try already. */
export async function assertPassword(
  given: string | undefined,
  stored: string | null,
  field: string,
): Promise<void> {
  if (stored === null) return
  if (given === undefined) throw wrongPassword(field, 'Your password is needed for this.')
  if (await checkPassword(given, stored)) return
  throw wrongPassword(field, 'This is not your password.')
}

export function wrongPassword(field: string, message: string) {
  return new ApiError('wrong_password', message, [{ path: field, message }])
}
