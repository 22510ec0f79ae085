import { type Booking, bookingStatus } from '../bookings/booking'
import { ownBookingOut } from '../bookings/own-booking'
import { unlessRefused } from '../bookings/refused'
import type { Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { ApiError } from '../errors'
import { logError } from '../log'
import { getCopy } from './queries'
import { type Facilitator, iso, type Seats, type Session, sessionOut } from './session'

/** One session for whoever asks: everybody, who booked it, and its own facilitator see different parts. */
export async function findSession(ctx: Ctx, id: number) {
  const found = await readSession(ctx, id)
  const { session, seats, facilitator, mine } = found
  const isOwn = ctx.identity?.facilitatorId === session.facilitatorId
  if (session.status === 'draft' && !isOwn) throw noSuchSession()
  const isSeated = mine !== null && bookingStatus(mine.state) === 'confirmed'
  return {
    ...sessionOut(session, seats, facilitator),
    ...(isOwn || isSeated
      ? { online_url: session.onlineUrl, arrival_note: session.arrivalNote }
      : {}),
    ...(ctx.identity
      ? { my_booking: mine && (await ownBookingOut(ctx, { ...found, booking: mine })) }
      : {}),
    exact: found.exact,
    as_of: iso(ctx.now),
  }
}

type Reading = {
  session: Session
  facilitator: Facilitator
  seats: Seats
  mine: Booking | null
  /** Of `mine` on the waiting list; only its desk knows. */
  position: number | null
  /** Counted at the desk; otherwise D1's copy, which may be a moment behind. */
  exact: boolean
}

/** From its desk; where that cannot be reached, D1's copy is better than no page. */
export async function readSession(ctx: Ctx, id: number): Promise<Reading> {
  const userId = ctx.identity?.userId ?? null
  try {
    const answer = await deskCall(ctx.env, id, (desk) => desk.read(userId))
    return { ...unlessRefused(answer), exact: true }
  } catch (error) {
    const isRefusal = error instanceof ApiError && error.status !== 503
    if (isRefusal) throw error
    logError(error, ctx.requestId)
  }
  const copy = await getCopy(ctx.db, id, userId)
  if (!copy) throw noSuchSession()
  const { session, facilitator, mine } = copy
  const { facilitatorId } = session
  return {
    session,
    facilitator: { id: facilitatorId, ...facilitator },
    seats: session,
    mine,
    position: null,
    exact: false,
  }
}

export function noSuchSession(): ApiError {
  return new ApiError('not_found', 'There is no such session.')
}
