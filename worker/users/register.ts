import { sql } from 'drizzle-orm'
import type { Ctx } from '../context'
import { isRefusedBySqlite } from '../db/client'
import { facilitators, signIns, users } from '../db/schema'
import { ApiError } from '../errors'
import { sendsMail } from '../mail/post'
import { tryOn } from './attempts'
import { approvedFrom, refuseIfClosed } from './facilitator-sign-up'
import { type Client, type Grant, grant, newSignIn } from './grant'
import { hashPassword } from './passwords'
import { accountByEmail } from './queries'
import type { Registration } from './schema'
import { sendLink } from './send-link'

/**
 * Makes an account and signs it in. 409 `email_taken`, of which one email tells only so often (429);
 * 403 `sign_up_closed`. Nothing waits for the email to be verified.
 */
export async function register(ctx: Ctx, input: Registration, client: Client): Promise<Grant> {
  if (input.role === 'facilitator') refuseIfClosed(ctx.env)
  const [taken] = await tryOn(ctx, 'email', input.email, accountByEmail(ctx.db, input.email))
  if (taken) throw emailTaken()
  const passwordHash = await hashPassword(input.password)
  const { row, refreshToken } = newSignIn(ctx.now, client)
  const account = await insertAccount(ctx, input, passwordHash, row)
  if (sendsMail(ctx.env)) ctx.later(sendLink(ctx, account.id, 'verify_email'))
  return grant(ctx, account, row, refreshToken, client.carrier)
}

/** All rows or none, in one round trip; who comes second with an email learns it from the index. */
async function insertAccount(
  ctx: Ctx,
  input: Registration,
  passwordHash: string,
  signIn: ReturnType<typeof newSignIn>['row'],
) {
  const { name, email, role, time_zone: timeZone, bio, specialization } = input
  const userId = sql<number>`(select id from users where email = ${email})`
  const approvedAt = approvedFrom(ctx)
  const user = ctx.db
    .insert(users)
    .values({ name, email, role, passwordHash, timeZone, createdAt: ctx.now })
    .returning({ id: users.id })
  const facilitator = ctx.db
    .insert(facilitators)
    .values({ userId, bio, specialization, approvedAt, createdAt: ctx.now })
    .returning({ id: facilitators.id })
  const opened = ctx.db.insert(signIns).values({ ...signIn, userId })
  try {
    const [[userRow], , facilitatorRows] = await ctx.db.batch([
      user,
      opened,
      ...(role === 'facilitator' ? [facilitator] : []),
    ])
    if (!userRow) throw new Error('D1 inserted a user and gave no row back')
    return { ...userRow, name, email, role, facilitatorId: facilitatorRows?.[0]?.id ?? null }
  } catch (error) {
    if (!isRefusedBySqlite(error)) throw error
    throw emailTaken()
  }
}

export function emailTaken() {
  return new ApiError('email_taken', 'There is an account with this email. Sign in instead.', [
    { path: 'email', message: 'There is an account with this email.' },
  ])
}
