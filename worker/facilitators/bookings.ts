import { bookingCore } from '../bookings/booking'
import { asFacilitator, type Ctx } from '../context'
import { type PageQuery, pageOf } from '../paging'
import { noSuchSession } from '../sessions/read'
import { iso } from '../sessions/session'
import { listBookings, listBookingsOf, listWaitingIn, owns } from './queries'
import type { AttendeesQuery } from './schema'

type Row = Awaited<ReturnType<typeof listBookings>>[number]

/** Bookings of all her sessions, newest first. */
export async function listMyBookings(ctx: Ctx, { cursor, limit }: PageQuery) {
  const { facilitatorId } = asFacilitator(ctx)
  const rows = await listBookings(ctx.db, facilitatorId, {
    after: cursor ?? null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, place)
  return { bookings: page.items.map(withSession), next: page.next }
}

/** Who booked one of them, or waits for it in their order. Another's session is none. */
export async function listSessionBookings(
  ctx: Ctx,
  sessionId: number,
  { state, cursor, limit }: AttendeesQuery,
) {
  const list = state === 'waiting' ? listWaitingIn : listBookingsOf
  const { facilitatorId } = asFacilitator(ctx)
  const [isHers, rows] = await Promise.all([
    owns(ctx.db, facilitatorId, sessionId),
    list(ctx.db, sessionId, { after: cursor ?? null, limit: limit + 1 }),
  ])
  if (!isHers) throw noSuchSession()
  const page = pageOf(rows, limit, place)
  return { bookings: page.items.map(withUser), next: page.next }
}

/** A booking as its session's facilitator reads it. */
export function withSession(row: Pick<Row, 'booking' | 'user' | 'session'>) {
  const { id, title, sessionType, startTime, timeZone } = row.session
  return {
    ...withUser(row),
    session: {
      ...{ id, title, session_type: sessionType },
      ...{ start_time: iso(startTime), time_zone: timeZone },
    },
  }
}

function withUser({ booking, user, ahead }: Pick<Row, 'booking' | 'user'> & { ahead?: number }) {
  const position = booking.state === 'waitlisted' && ahead !== undefined ? ahead + 1 : null
  return { ...bookingCore(booking), position, user: { ...user, email: user.email ?? '' } }
}

function place({ booking }: Row) {
  return { at: booking.createdAt, id: booking.id }
}
