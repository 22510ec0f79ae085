import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type Ctx, signedIn } from '../context'
import { isRefusedBySqlite } from '../db/client'
import { facilitators, mailTokens, users } from '../db/schema'
import { sendsMail } from '../mail/post'
import { tryOn } from './attempts'
import { proveAnew } from './grant'
import { findOwnProfile, profileOut } from './me'
import { confirmPassword } from './own-password'
import { accountByEmail, accountOf } from './queries'
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
  const before = await findOwnProfile(ctx)
  const isMoving = email !== undefined && email !== before.user.email
  if (isMoving) await admit(ctx, email, password)
  await write(ctx, words, isMoving ? email : undefined)
  const after = await findOwnProfile(ctx)
  if (isMoving && sendsMail(ctx.env)) ctx.later(sendLink(ctx, after.user.id, 'verify_email'))
  if (after.facilitator && after.user.name !== before.user.name) {
    ctx.later(renameAtDesks(ctx, after.facilitator.id, after.user.name))
  }
  return { user: profileOut(after), proof: await proveAnew(ctx, accountOf(after)) }
}

async function admit(ctx: Ctx, email: string, password: string | undefined) {
  await confirmPassword(ctx, password, 'password')
  const [taken] = await tryOn(ctx, 'email', email, accountByEmail(ctx.db, email))
  if (taken) throw emailTaken()
}

async function write(
  ctx: Ctx,
  { name, time_zone, bio, specialization }: Omit<ProfileChanges, 'email' | 'password'>,
  email: string | undefined,
) {
  const { userId } = signedIn(ctx)
  const kept = (column: SQLiteColumn, said: string | undefined) =>
    sql`coalesce(${said ?? null}, ${column})`
  const person = ctx.db
    .update(users)
    .set({
      name: kept(users.name, name),
      timeZone: kept(users.timeZone, time_zone),
      ...(email === undefined ? {} : { email, emailVerifiedAt: null }),
    })
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
  const profile = ctx.db
    .update(facilitators)
    .set({
      bio: kept(facilitators.bio, bio),
      specialization: kept(facilitators.specialization, specialization),
    })
    .where(eq(facilitators.userId, userId))
  const links = ctx.db.delete(mailTokens).where(eq(mailTokens.userId, userId))
  try {
    await ctx.db.batch([person, profile, ...(email === undefined ? [] : [links])])
  } catch (error) {
    throw isRefusedBySqlite(error) ? emailTaken() : error
  }
}
