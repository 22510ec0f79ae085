import { unlessRefused } from '../bookings/refused'
import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { ApiError } from '../errors'
import { approvalPending } from './create'
import { overlapsIfKnown, overlapWarnings } from './overlaps'
import { isApproved } from './queries'
import { noSuchSession } from './read'
import type { SessionFields } from './schema'
import { ownSessionOut, type Session } from './session'
import { assertAhead, assertSound, changesFrom, invalid } from './terms'

/**
 * Lays the fields that were sent over the session as its desk has it now, and judges the whole.
 * The desk judges once more what another amend may have changed meanwhile.
 */
export async function amendSession(ctx: Ctx, id: number, fields: SessionFields) {
  const { facilitatorId } = asFacilitator(ctx)
  // Asked beside the desk: one after another is what people wait for.
  const approval = fields.status === 'active' ? isApproved(ctx.db, facilitatorId) : null
  approval?.catch(() => {})
  const before = await findOwn(ctx, id, facilitatorId)
  const { currency } = before
  const changes = changesFrom(fields, { timeZone: fields.time_zone ?? before.timeZone, currency })
  const after = { ...before, ...changes }
  assertSound(after)
  if (after.startTime !== before.startTime) assertAhead(after.startTime, ctx.now)
  if (after.status !== before.status) await assertPublishable(ctx, after, approval)

  // What did not move overlaps as it did before, and was said then.
  const isElsewhen = MOVES.some((field) => after[field] !== before[field])
  const [answer, overlaps] = await Promise.all([
    deskCall(ctx.env, id, (desk) => desk.amend({ facilitatorId, changes })),
    isElsewhen ? overlapsIfKnown(ctx, after) : [],
  ])
  const { session, seats, facilitator, warnings, over } = unlessRefused(answer)
  warnings.push(...overlapWarnings(overlaps, session))
  return {
    session: ownSessionOut(session, seats, facilitator),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(over > 0 ? { over } : {}),
  }
}

const MOVES = ['startTime', 'endTime', 'status'] as const

/** A draft becomes active. Publishing what is published changes nothing. */
export async function publishSession(ctx: Ctx, id: number) {
  return amendSession(ctx, id, { status: 'active' })
}

/** Another's session is none: 404. What was cancelled stays as it was: 409. */
async function findOwn(ctx: Ctx, id: number, facilitatorId: number): Promise<Session> {
  const { session } = unlessRefused(await deskCall(ctx.env, id, (desk) => desk.read(null)))
  if (session.facilitatorId !== facilitatorId) throw noSuchSession()
  if (session.status === 'cancelled') {
    throw new ApiError('session_cancelled', 'This session was cancelled; it cannot be changed.')
  }
  return session
}

async function assertPublishable(
  ctx: Ctx,
  session: Session,
  approval: Promise<boolean> | null,
): Promise<void> {
  if (session.status !== 'active') {
    const message = 'What is published stays so; it can be cancelled.'
    throw invalid([{ path: 'status', message }])
  }
  assertAhead(session.startTime, ctx.now)
  if (!(await approval)) throw approvalPending()
}
