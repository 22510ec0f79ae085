import type { Ctx } from '../context'
import { ApiError } from '../errors'
import { setProcessed } from './queries'

/** Marking twice is the same as marking once. */
export async function markProcessed(ctx: Ctx, id: number): Promise<void> {
  if (await setProcessed(ctx.db, id)) return
  throw new ApiError('not_found', 'There is no such notification.')
}
