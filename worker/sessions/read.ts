import { type Booking, bookingStatus } from '../bookings/booking'
import { ownBookingOut } from '../bookings/own-booking'
import { unlessRefused } from '../bookings/refused'
import type { Ctx } from '../context'
import { deskRead } from '../durable-objects'
import { ApiError } from '../errors'
import { logError } from '../log'
import { asOperatorsSay, hiddenInD1 } from './hidden'
import { getCopy } from './queries'
import { overloadedDesks, sharedReads } from './recent-reads'
import { type Facilitator, hiddenAt, iso, type Seats, type Session, sessionOut } from './session'

/** One session for whoever asks: everybody, who booked it, and its own facilitator see different parts. */
export async function findSession(ctx: Ctx, id: number) {
  const found = await readSession(ctx, id)
  const { session, seats, facilitator, mine } = found
  const isOwn = ctx.identity?.facilitatorId === session.facilitatorId
  if (session.status === 'draft' && !isOwn) throw noSuchSession()
  if (session.hiddenAt !== null && !isOwn && mine === null) throw noSuchSession()
  const isSeated = mine !== null && bookingStatus(mine.state) === 'confirmed'
  return {
    ...sessionOut(session, seats, facilitator),
    ...(isOwn || isSeated
      ? { online_url: session.onlineUrl, arrival_note: session.arrivalNote }
      : {}),
    ...(isOwn || mine ? { hidden_at: hiddenAt(session) } : {}),
    ...(ctx.identity
      ? { my_booking: mine && (await ownBookingOut(ctx, { ...found, booking: mine })) }
      : {}),
    exact: found.exact,
    as_of: iso(found.at),
  }
}

export type Reading = {
  session: Session
  facilitator: Facilitator
  seats: Seats
  mine: Booking | null
  /** Of `mine` on the waiting list; only its desk knows. */
  position: number | null
  /** Counted at the desk; otherwise D1's copy, which may be a moment behind. */
  exact: boolean
  /** Epoch ms at which it was asked for. */
  at: number
}

/**
 * From its desk; where that cannot be reached or has too much to do, D1's copy is better than no page.
 * Strangers share what one of them read within the last second. Who is signed in never does: what
 * they booked elsewhere a moment ago must be there.
 */
export function readSession(ctx: Ctx, id: number): Promise<Reading> {
  if (ctx.identity) return readAnew(ctx, id)
  const recent = sharedReads.get(id, ctx.now)
  if (recent) return recent
  const reading = readAnew(ctx, id)
  // Kept from its beginning, so that a booking made meanwhile takes it away from who comes after.
  sharedReads.put(id, ctx.now, reading)
  // Others wait for it, also when whoever asked first has gone. A failure is for them, not for later.
  ctx.later(reading.catch(() => sharedReads.drop(id)))
  return reading
}

async function readAnew(ctx: Ctx, id: number): Promise<Reading> {
  const { env, now, identity } = ctx
  const userId = identity?.userId ?? null
  // Pages are shed before bookings: those go on to the desk.
  if (overloadedDesks.get(id, now)) return readCopy(ctx, id, userId)
  const hidden = hiddenInD1(ctx, id)
  try {
    const read = unlessRefused(await deskRead(env, id, userId))
    const session = await asOperatorsSay(ctx, read.session, hidden)
    return { ...read, session, exact: true, at: now }
  } catch (error) {
    if (error instanceof ApiError && error.status !== 503) throw error
    if (error instanceof ApiError && error.code === 'overloaded') {
      overloadedDesks.put(id, now, true)
    }
    logError(error, ctx.requestId)
  }
  return readCopy(ctx, id, userId)
}

async function readCopy(ctx: Ctx, id: number, userId: number | null): Promise<Reading> {
  const copy = await getCopy(ctx.db, id, userId)
  if (!copy) throw noSuchSession()
  const { session, mine } = copy
  const facilitator = { id: session.facilitatorId, ...copy.facilitator }
  return { session, facilitator, seats: session, mine, position: null, exact: false, at: ctx.now }
}

export function noSuchSession(): ApiError {
  return new ApiError('not_found', 'There is no such session.')
}
