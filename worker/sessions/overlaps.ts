import { asFacilitator, type Ctx } from '../context'
import { logError } from '../log'
import { shortWhen } from '../mail/when'
import { listOverlapping } from './queries'
import { iso, type Session } from './session'

type Span = { startTime: number; endTime: number; except: number | null }

export type Overlap = Awaited<ReturnType<typeof listOverlapping>>[number]

/** Her other sessions and drafts at that time: advice, for nobody is in two rooms at once. */
export async function listOverlaps(ctx: Ctx, span: Span) {
  const { facilitatorId } = asFacilitator(ctx)
  const rows = await listOverlapping(ctx.db, facilitatorId, span)
  return rows.map(({ id, title, startTime, endTime, timeZone, status }) => ({
    id,
    title,
    start_time: iso(startTime),
    end_time: iso(endTime),
    time_zone: timeZone,
    status,
  }))
}

/** The same for what is done anyway: where D1 cannot be asked there are none. */
export async function overlapsIfKnown(
  ctx: Ctx,
  { facilitatorId, startTime, endTime }: Pick<Session, 'facilitatorId' | 'startTime' | 'endTime'>,
): Promise<Overlap[]> {
  try {
    return await listOverlapping(ctx.db, facilitatorId, { startTime, endTime, except: null })
  } catch (error) {
    logError(error, ctx.requestId)
    return []
  }
}

/** In sentences. A session does not overlap with itself. */
export function overlapWarnings(overlaps: Overlap[], { id }: { id: number }): string[] {
  return overlaps
    .filter((other) => other.id !== id)
    .map((other) => `At the same time you have ${other.title}, ${shortWhen(other)}.`)
}
