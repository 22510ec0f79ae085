import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context'
import type { Db } from '../../db/client'
import { facilitators, identities, signIns, users } from '../../db/schema'
import { ApiError } from '../../errors'
import { siteTimeZone } from '../../sessions/session'
import { type Client, type Grant, grant, newSignIn } from '../grant'
import { type Account, accountColumns } from '../queries'
import type { Person } from './id-token'

/** Signs in whoever Google says this is; who comes for the first time gets an account. */
export async function signInAs(ctx: Ctx, person: Person, client: Client): Promise<Grant> {
  const [known] = await accountsOf(ctx.db, person)
  const account = known ?? (await accountByEmail(ctx, person))
  const { row, refreshToken } = newSignIn(ctx.now, client)
  // Whoever was erased a moment ago has no identity any more, and gets no sign-in.
  const userId = sql<number>`(select user_id from identities where issuer = ${person.issuer} and subject = ${person.subject})`
  await ctx.db.insert(signIns).values({ ...row, userId })
  return grant(ctx, account, row, refreshToken, client.carrier)
}

function accountsOf(db: Db, { issuer, subject }: Person) {
  return db
    .select(accountColumns)
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .leftJoin(facilitators, eq(facilitators.userId, users.id))
    .where(
      and(eq(identities.issuer, issuer), eq(identities.subject, subject), isNull(users.erasedAt)),
    )
}

/**
 * The account with this email, or a new one, in one batch that two of the same person may run at
 * once. An address that nobody verified opens no account and is given none: whoever claimed it
 * first would else share the account with whoever it belongs to. 409 `email_taken`.
 */
async function accountByEmail(ctx: Ctx, person: Person): Promise<Account> {
  const email = person.verifiedEmail
  if (!email) {
    throw new ApiError(
      'google_email_unverified',
      'Google has not verified your email address. Verify it there, or make an account with a password.',
    )
  }
  const { db, now } = ctx
  const newcomer = db
    .insert(users)
    .values({
      name: person.name ?? email.replace(/@.*/, ''),
      email,
      role: 'user',
      timeZone: siteTimeZone(ctx.env),
      emailVerifiedAt: now,
      createdAt: now,
    })
    .onConflictDoNothing()
  const link = db
    .insert(identities)
    .select(
      db
        .select({
          issuer: sql<string>`${person.issuer}`.as('issuer'),
          subject: sql<string>`${person.subject}`.as('subject'),
          userId: users.id,
          createdAt: sql<number>`${now}`.as('created_at'),
        })
        .from(users)
        .where(and(eq(users.email, email), isNotNull(users.emailVerifiedAt))),
    )
    .onConflictDoNothing()
  const [, , [account]] = await db.batch([newcomer, link, accountsOf(db, person)])
  if (account) return account
  throw new ApiError(
    'email_taken',
    'There is an account with this email that never proved to be yours. Reset its password first: the letter proves it.',
    [{ path: 'email', message: 'There is an account with this email.' }],
  )
}
