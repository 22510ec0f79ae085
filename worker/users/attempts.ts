import { createHash } from 'node:crypto'
import { count, eq, type SQL, sql } from 'drizzle-orm'
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
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
type Try = {
  kind: Kind
  whose: string | number
  /** Else nothing is counted. */
  when?: SQL
}

/**
 * Counts a try and looks something up, in one round trip; 429 `too_many_requests` with the seconds
 * to wait. A refused try writes nothing and does not lengthen the wait.
 */
export async function tryOn<Found extends Query>(
  ctx: Ctx,
  kind: Kind,
  whose: string | number,
  lookUp: Found,
): Promise<Found['_']['result']> {
  const { found, refusals } = await tryAll(ctx, [{ kind, whose }], [lookUp])
  if (refusals[0]) throw refusals[0]
  return found[0] as Found['_']['result']
}

/**
 * The same of several tries and look-ups. It throws none of the refusals, one or null for each try,
 * since something else may have to be said before.
 */
export async function tryAll<Found extends readonly [Query, ...Query[]]>(
  ctx: Ctx,
  tries: Try[],
  lookUps: Found,
): Promise<{ found: BatchResponse<Found>; refusals: (ApiError | null)[] }> {
  const counted = limitsAreOff(ctx.env) ? [] : tries
  const [first, ...others] = lookUps
  const counting = counted.flatMap((one) => countTry(ctx, one))
  const answers: unknown[] = await ctx.db.batch([first, ...others, ...counting])
  const counts = answers.slice(lookUps.length) as Counted[]
  return {
    found: answers.slice(0, lookUps.length) as BatchResponse<Found>,
    refusals: counted.map(({ kind }, at) => {
      const [written, [known]] = [counts[2 * at] ?? [], counts[2 * at + 1] ?? []]
      const isOver = written.length === 0 && (known?.tries ?? 0) >= LIMITS[kind].tries
      return isOver ? tooMany((known?.first ?? ctx.now) - ctx.now) : null
    }),
  }
}

type Counted = { first?: number; tries?: number }[]

/** Who got it right is no guesser: earlier tries are forgotten. */
export function forgiven(db: Db, kind: Kind, whose: string | number) {
  return db.delete(attempts).where(eq(attempts.key, keyOf(kind, whose)))
}

/**
 * A row, unless there are as many as may be, and then how many there are. One statement both counts
 * and writes, and D1 runs one at a time: of any number at once no more than allowed get through.
 */
function countTry({ db, now }: Ctx, { kind, whose, when = sql`true` }: Try) {
  const { tries, withinMs } = LIMITS[kind]
  const key = keyOf(kind, whose)
  const counting = sql`select count(*) from attempts where key = ${key} and ends_at > ${now}`
  // Its columns in the order of the table.
  const row = sql`select null, ${key}, ${now}, ${now + withinMs}`
  const written = db
    .insert(attempts)
    .select(sql`${row} where (${counting}) < ${tries} and ${when}`)
    .returning({ id: attempts.id })
  const known = db
    .select({ first: sql<number>`min(${attempts.endsAt})`.as('first'), tries: count().as('tries') })
    .from(attempts)
    .where(sql`${attempts.key} = ${key} and ${attempts.endsAt} > ${now}`)
  return [written, known]
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
