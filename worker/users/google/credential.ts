import { and, eq, gt, lte } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../../context'
import { googleNonces } from '../../db/schema'
import type { Client, Grant } from '../grant'
import { signInAs } from './account'
import { randomText } from './attempts'
import { findGoogleConfig } from './config'
import { readIdToken, refused } from './id-token'
import { discover, type Fetch } from './provider'

export const NONCE_LIFE_MS = 5 * 60_000

const WHAT_TO_SEND =
  'Send the ID token that Google signs for you as "credential", asked for with a nonce of POST /api/auth/google/nonce. An id, an email and a name prove nothing.'

export const credential = z.object({ credential: z.string(WHAT_TO_SEND).min(1, WHAT_TO_SEND) })

/** For clients that ask Google themselves: signs in by the ID token they got. 401 `google_refused`. */
export async function signInWithCredential(
  ctx: Ctx,
  input: z.output<typeof credential>,
  client: Client,
  fetch: Fetch,
): Promise<Grant> {
  const config = findGoogleConfig(ctx.env)
  const provider = await discover(config.issuer, ctx.now, fetch)
  const { person, nonce } = await readIdToken(config, provider, input.credential, ctx.now)
  await spendNonce(ctx, nonce)
  return signInAs(ctx, person, client)
}

/** A nonce to ask Google with: what comes back with it is good once, and soon. */
export async function newNonce(ctx: Ctx) {
  findGoogleConfig(ctx.env)
  const row = { nonce: randomText(), expiresAt: ctx.now + NONCE_LIFE_MS }
  await ctx.db.batch([
    ctx.db.delete(googleNonces).where(lte(googleNonces.expiresAt, ctx.now)),
    ctx.db.insert(googleNonces).values(row),
  ])
  return { nonce: row.nonce, expires_at: new Date(row.expiresAt).toISOString() }
}

async function spendNonce(ctx: Ctx, nonce: string): Promise<void> {
  const good = and(eq(googleNonces.nonce, nonce), gt(googleNonces.expiresAt, ctx.now))
  const [spent] = await ctx.db.delete(googleNonces).where(good).returning()
  if (!spent) throw refused('carries a nonce that is used, too old or not ours')
}
