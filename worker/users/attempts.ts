import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { Ctx } from '../context'
import type { Db } from '../db/client'
import { attempts } from '../db/schema'
import { ApiError } from '../errors'
import { limitsAreOff } from '../limits-off'

const MINUTE_MS = 60_000

/** How often something may be tried on one account within any stretch of that length. */
export const LIMITS = {
  sign_in: { tries: 5, withinMs: MINUTE_MS },
  /** The password asked again of who is signed in. */
  password: { tries: 5, withinMs: MINUTE_MS },
  /** An email that somebody wants to be known by; the answer tells whether another is. */
  email: { tries: 5, withinMs: MINUTE_MS },
  reset: { tries: 3, withinMs: 15 * MINUTE_MS },
  verification: { tries: 3, withinMs: 15 * MINUTE_MS },
} as const

type Kind = keyof typeof LIMITS
type Query = BatchItem<'sqlite'>

/**
 * Counts a try and looks something up, in one round trip; 429 `too_many_requests` with the seconds
 * to wait. One statement both counts and writes, and D1 runs one at a time: of any number at once
 * no more than allowed get through. A refused try writes nothing and does not lengthen the wait.
 */
export async function tryOn<Found extends Query>(
  ctx: Ctx,
  kind: Kind,
  whose: string | number,
  lookUp: Found,
): Promise<Found['_']['result']> {
  if (limitsAreOff(ctx.env)) return (await ctx.db.batch([lookUp]))[0] as Found['_']['result']
  const key = keyOf(kind, whose)
  const [written, counting, found] = await ctx.db.batch([
    countTry(ctx.db, key, ctx.now, LIMITS[kind]),
    ctx.db
      .select({ first: sql<number>`min(${attempts.endsAt})` })
      .from(attempts)
      .where(sql`${attempts.key} = ${key} and ${attempts.endsAt} > ${ctx.now}`),
    lookUp,
  ])
  if (written.length === 0) throw tooMany((counting[0]?.first ?? ctx.now) - ctx.now)
  return found as Found['_']['result']
}

/** Who got it right is no guesser: earlier tries are forgotten. */
export function forgiven(db: Db, kind: Kind, whose: string | number) {
  return db.delete(attempts).where(eq(attempts.key, keyOf(kind, whose)))
}

/** A row, unless there are as many as may be. Its columns in the order of the table. */
function countTry(db: Db, key: string, now: number, { tries, withinMs }: (typeof LIMITS)[Kind]) {
  const counting = sql`select count(*) from attempts where key = ${key} and ends_at > ${now}`
  return db
    .insert(attempts)
    .select(sql`select null, ${key}, ${now}, ${now + withinMs} where (${counting}) < ${tries}`)
    .returning({ id: attempts.id })
}

/** Tells accounts apart without keeping anybody's email. */
function keyOf(kind: Kind, whose: string | number): string {
  const hash = createHash('sha256').update(String(whose)).digest('base64url')
  return `${kind}:${hash}`
}

function tooMany(waitMs: number) {
  const retry_after_s = Math.max(1, Math.ceil(waitMs / 1000))
  const message = `That was tried too often. Wait ${inWords(retry_after_s)}, then try again.`
  return new ApiError('too_many_requests', message, undefined, { retry_after_s })
}

function inWords(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
