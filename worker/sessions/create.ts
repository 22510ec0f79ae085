import { unlessRefused } from '../bookings/refused'
import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { ApiError } from '../errors'
import { fingerprint } from '../fingerprint'
import { type Overlap, overlapsIfKnown, overlapWarnings } from './overlaps'
import { getMaker, insertSessions, type Made, type NewSessionRow, type SessionKey } from './queries'
import type { NewSession } from './schema'
import { ownSessionOut, type SessionRow, siteCurrency } from './session'
import { assertAhead, assertSound, changesFrom } from './terms'

/** A session is born in D1, which gives its id; from then on only its desk writes it. */
export async function createSession(ctx: Ctx, fields: NewSession, key: string | null) {
  const { facilitatorId, name } = asFacilitator(ctx)
  // Validation laid the fields in the schema's order, so equal bodies have equal prints.
  const print = fingerprint(fields)
  const { maker, made } = await getMaker(ctx.db, facilitatorId, key)
  if (!maker) throw hasLeft()
  if (made) return toldOf(sameAgain(made, print), [], name)

  const row = newRow(ctx, fields, { facilitatorId, timeZone: maker.timeZone })
  if (row.status === 'active' && maker.approvedAt === null) throw approvalPending()
  const known = key === null ? null : { facilitatorId, key, fingerprint: print }
  const [sessions, overlaps] = await Promise.all([
    insertOnce(ctx, [row], known),
    overlapsIfKnown(ctx, row),
  ])
  return toldOf(sessions, overlaps, name)
}

function toldOf([session]: SessionRow[], overlaps: Overlap[], name: string) {
  if (!session) throw new Error('D1 gave no row back')
  const warnings = overlapWarnings(overlaps, session)
  const told = ownSessionOut(session, session, { name })
  return { session: told, ...(warnings.length > 0 ? { warnings } : {}) }
}

/** Under a key that is known meanwhile it answers with what that made. */
export async function insertOnce(
  ctx: Ctx,
  rows: readonly [NewSessionRow, ...NewSessionRow[]],
  key: SessionKey | null,
): Promise<SessionRow[]> {
  const { inserted, made } = await insertSessions(ctx.db, rows, key)
  for (const { id } of inserted) ctx.later(openDesk(ctx, id))
  if (key === null) return inserted
  if (!made) throw new Error('D1 wrote a key and has none')
  // Two presses at once: what the other one made may be something else.
  return sameAgain(made, key.fingerprint)
}

/** What an earlier press with this key made; 409 when that asked for something else. */
export function sameAgain(made: Made, print: string): SessionRow[] {
  if (made.fingerprint === print) return made.sessions
  const message = 'This key was used for another session. Nothing was created; use a new key.'
  throw new ApiError('idempotency_key_reused', message, undefined, {
    session_id: made.sessions[0]?.id,
  })
}

/** Erased while the token is still good. */
export function hasLeft(): ApiError {
  return new ApiError('sign_in_ended', 'This account is gone.')
}

export function approvalPending(): ApiError {
  const message =
    'Your account is waiting for approval. Until then you can prepare drafts, not publish.'
  return new ApiError('approval_pending', message)
}

function newRow(
  ctx: Ctx,
  fields: NewSession,
  maker: { facilitatorId: number; timeZone: string },
): NewSessionRow {
  const currency = siteCurrency(ctx.env)
  const timeZone = fields.time_zone ?? maker.timeZone
  const terms = { ...BLANK, timeZone, ...changesFrom(fields, { timeZone, currency }) }
  assertAhead(terms.startTime, ctx.now)
  assertSound(terms)
  const { facilitatorId } = maker
  return { ...terms, facilitatorId, currency, createdAt: ctx.now, available: terms.capacity }
}

/** What the fields of a new session are laid over; those that must be sent are never seen. */
const BLANK = {
  status: 'active' as const,
  sessionType: 'session' as const,
  title: '',
  startTime: 0,
  endTime: 0,
  capacity: 0,
  priceMinor: 0,
  days: [],
}

/** Warm, and near the facilitator. If it fails, whoever comes first opens the desk. */
async function openDesk(ctx: Ctx, sessionId: number): Promise<void> {
  unlessRefused(await deskCall(ctx.env, sessionId, (desk) => desk.open()))
}
