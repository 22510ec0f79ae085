import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type Ctx, signedIn } from '../context'
import { isRefusedBySqlite } from '../db/client'
import { facilitators, mailTokens, users } from '../db/schema'
import { sendsMail } from '../mail/post'
import { tryAll } from './attempts'
import { proveAnew } from './grant'
import { findOwnProfile, profileOut, unlessGone } from './me'
import { assertPassword } from './own-password'
import { accountByEmail, accountOf, type Profile, profileFrom, profileQueries } from './queries'
import { emailTaken } from './register'
import { renameAtDesks } from './rename-at-desks'
import type { ProfileChanges } from './schema'
import { sendLink } from './send-link'

/**
 * Changes one's own account, and proves it anew, since a token holds name and email. Another email
 * asks for the password, is unverified until a letter there is answered, and takes the links in
 * earlier letters along. 403 `wrong_password`, 409 `email_taken`.
 */
export async function changeMe(ctx: Ctx, { email, password, ...words }: ProfileChanges) {
  const before = await (email === undefined ? findOwnProfile(ctx) : admit(ctx, email, password))
  const isMoving = email !== undefined && email !== before.user.email
  const after = await write(ctx, words, isMoving ? email : undefined)
  if (isMoving && sendsMail(ctx.env)) ctx.later(sendLink(ctx, after.user.id, 'verify_email'))
  if (after.facilitator && after.user.name !== before.user.name) {
    ctx.later(renameAtDesks(ctx, after.facilitator.id, after.user.name))
  }
  return { user: profileOut(after), proof: await proveAnew(ctx, accountOf(after)) }
}

/** The account as it is, if it may have this email. Having it already is no try at anything. */
async function admit(ctx: Ctx, email: string, password: string | undefined): Promise<Profile> {
  const { userId } = signedIn(ctx)
  const when = sql`exists (select 1 from users where id = ${userId} and email is not ${email})`
  const tries = [
    { kind: 'password' as const, whose: userId, when },
    { kind: 'email' as const, whose: email, when },
  ]
  const lookUps = [...profileQueries(ctx.db, userId), accountByEmail(ctx.db, email)] as const
  const { found, refusals } = await tryAll(ctx, tries, lookUps)
  const [user, facilitator, [taken]] = found
  const [guessing, asking] = refusals
  const before = unlessGone(profileFrom(user, facilitator))
  if (before.user.email === email) return before
  if (guessing) throw guessing
  await assertPassword(password, before.user.passwordHash, 'password')
  if (asking) throw asking
  if (taken) throw emailTaken()
  return before
}

async function write(
  ctx: Ctx,
  { name, time_zone, bio, specialization }: Omit<ProfileChanges, 'email' | 'password'>,
  email: string | undefined,
): Promise<Profile> {
  const { userId } = signedIn(ctx)
  const isMoving = email !== undefined
  const kept = (column: SQLiteColumn, said: string | undefined) =>
    sql`coalesce(${said ?? null}, ${column})`
  const person = ctx.db
    .update(users)
    .set({
      name: kept(users.name, name),
      timeZone: kept(users.timeZone, time_zone),
      ...(isMoving ? { email, emailVerifiedAt: null } : {}),
    })
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
  const profile = ctx.db
    .update(facilitators)
    .set({
      bio: kept(facilitators.bio, bio),
      specialization: kept(facilitators.specialization, specialization),
    })
    .where(eq(facilitators.userId, userId))
  const links = ctx.db
    .delete(mailTokens)
    .where(and(eq(mailTokens.userId, userId), sql`${isMoving}`))
  try {
    const queries = profileQueries(ctx.db, userId)
    const [, , , ...after] = await ctx.db.batch([person, profile, links, ...queries])
    return unlessGone(profileFrom(...after))
  } catch (error) {
    throw isRefusedBySqlite(error) ? emailTaken() : error
  }
}
