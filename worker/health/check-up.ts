import { sql } from 'drizzle-orm'
import type { Ctx } from '../context'
import { mailState } from '../mail/mail-state'
import { faultyTicketKeys } from '../tickets/ticket-key'
import { faultyKeys } from '../users/tokens'

/** How the Worker is, and by name what it lacks. */
export async function checkUp(ctx: Ctx) {
  const missing = [...faultyKeys(ctx.env), ...(await faultyTicketKeys(ctx.env))]
  const [database, mail] = await Promise.all([reach(ctx), mailState(ctx.env, ctx.db, ctx.now)])
  const isWell = missing.length === 0 && database === 'connected' && mail !== 'refusing'
  return {
    status: isWell ? ('healthy' as const) : ('degraded' as const),
    service: 'stillpoint',
    timestamp: new Date(ctx.now).toISOString(),
    database,
    mail,
    ...(missing.length > 0 ? { missing } : {}),
  }
}

async function reach(ctx: Ctx): Promise<'connected' | 'unreachable'> {
  try {
    await ctx.db.run(sql`select 1`)
    return 'connected'
  } catch {
    return 'unreachable'
  }
}
