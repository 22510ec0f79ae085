import { sql } from 'drizzle-orm'
import type { Ctx } from '../context'
import { faultyKeys } from '../users/tokens'

/** How the Worker is, and by name what it lacks. */
export async function checkUp(ctx: Ctx) {
  const missing = faultyKeys(ctx.env)
  const database = await reach(ctx)
  const isWell = missing.length === 0 && database === 'connected'
  return {
    status: isWell ? ('healthy' as const) : ('degraded' as const),
    service: 'stillpoint',
    timestamp: new Date(ctx.now).toISOString(),
    database,
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
