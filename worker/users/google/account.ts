import { and, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context'
import { type Db, isRefusedBySqlite } from '../../db/client'
import { facilitators, identities, signIns, users } from '../../db/schema'
import { ApiError } from '../../errors'
import { siteTimeZone } from '../../sessions/session'
import { type Client, type Grant, grant, newSignIn } from '../grant'
import { type Account, accountColumns } from '../queries'
import type { Person } from './id-token'

/**
 * Signs in whoever Google says this is; who comes for the first time gets an account. An address
 * that nobody verified opens no account and is given none: whoever claimed it first would else share
 * the account with whoever it belongs to. 409 `email_taken`, 403 `google_email_unverified`.
 */
export async function signInAs(ctx: Ctx, person: Person, client: Client): Promise<Grant> {
  const { row, refreshToken } = newSignIn(ctx.now, client)
  const account = await open(ctx, person, row)
  return grant(ctx, account, row, refreshToken, client.carrier)
}

/** One batch, all of it or nothing, that two of the same person may run at once. */
async function open(
  ctx: Ctx,
  person: Person,
  signIn: ReturnType<typeof newSignIn>['row'],
): Promise<Account> {
  const { db } = ctx
  // Without an account there is no user, and a sign-in of nobody undoes the batch.
  const userId = sql<number>`(select user_id from identities where ${isKnown(person)})`
  try {
    const [, , , [account]] = await db.batch([
      newcomer(ctx, person),
      link(ctx, person),
      db.insert(signIns).values({ ...signIn, userId }),
      accountsOf(db, person),
    ])
    if (account) return account
  } catch (error) {
    if (!isRefusedBySqlite(error)) throw error
  }
  throw person.verifiedEmail ? emailTaken() : emailUnverified()
}

/** Who has no account by this identity, and whose email nobody has. */
function newcomer({ db, env, now }: Ctx, person: Person) {
  const email = person.verifiedEmail
  const values: Record<string, unknown> = {
    email,
    name: person.name ?? email?.replace(/@.*/, ''),
    role: 'user',
    timeZone: siteTimeZone(env),
    emailVerifiedAt: now,
    createdAt: now,
  } satisfies Partial<Record<keyof typeof users.$inferInsert, unknown>>
  // An insert that selects takes every column, in the order of the table.
  const row = Object.keys(getTableColumns(users)).map((field) => sql`${values[field] ?? null}`)
  const known = sql`select 1 from identities where ${isKnown(person)}`
  return db
    .insert(users)
    .select(
      sql`select ${sql.join(row, sql`, `)} where ${email} is not null and not exists (${known})`,
    )
    .onConflictDoNothing()
}

/** Ties the identity to the account whose verified email it has. */
function link({ db, now }: Ctx, person: Person) {
  return db
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
        .where(
          and(sql`${users.email} = ${person.verifiedEmail}`, isNotNull(users.emailVerifiedAt)),
        ),
    )
    .onConflictDoNothing()
}

function isKnown({ issuer, subject }: Person) {
  return sql`issuer = ${issuer} and subject = ${subject}`
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

function emailUnverified() {
  return new ApiError(
    'google_email_unverified',
    'Google has not verified your email address. Verify it there, or make an account with a password.',
  )
}

function emailTaken() {
  return new ApiError(
    'email_taken',
    'There is an account with this email that never proved to be yours. Reset its password first: the letter proves it.',
    [{ path: 'email', message: 'There is an account with this email.' }],
  )
}
