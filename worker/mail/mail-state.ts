import type { Db } from '../db/client'
import type { Env } from '../env'
import { sendsMail } from './post'
import { metSince } from './queries'
import { SITE_FAULTS } from './refusals'

/** How long a refusal is held against the site's mail, unless a replay clears it before. */
export const REFUSING_FOR_MS = 24 * 3_600_000

export type MailState = 'off' | 'refusing' | 'working'

/** No binding, one that refuses whom or for whom it sends, or one that works as far as is known. */
export async function mailState(env: Env, db: Db, now: number): Promise<MailState> {
  if (!sendsMail(env)) return 'off'
  try {
    const met = await metSince(db, SITE_FAULTS, now - REFUSING_FOR_MS)
    return met.length > 0 ? 'refusing' : 'working'
  } catch {
    // D1 is away, and so nothing is known against it.
    return 'working'
  }
}
