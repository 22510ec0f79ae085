import { type Ctx, signedIn } from '../context'
import { type PageQuery, pageOf } from '../paging'
import { iso } from '../sessions/session'
import { ownBookingOut } from './own-booking'
import { listLiveTimes, listWaitingOf } from './queries'

/** Where who asks waits, or is offered a seat, the soonest session first. */
export async function listMyWaiting(ctx: Ctx, { cursor, limit }: PageQuery) {
  const { userId } = signedIn(ctx)
  const whose = { userId, now: ctx.now }
  const [rows, live] = await Promise.all([
    listWaitingOf(ctx.db, whose, { after: cursor, limit: limit + 1 }),
    listLiveTimes(ctx.db, whose),
  ])
  const { items, next } = pageOf(rows, limit, ({ booking, session }) => ({
    at: session.startTime,
    id: booking.id,
  }))
  const read = items.map(async (row) => ({
    ...(await ownBookingOut(ctx, {
      ...row,
      seats: row.session,
      position: row.booking.state === 'waitlisted' ? row.ahead + 1 : null,
    })),
    overlaps: live.filter((other) => overlap(row, other)).map(overlapOut),
  }))
  return { items: await Promise.all(read), next }
}

type Live = Awaited<ReturnType<typeof listLiveTimes>>[number]
type Waiting = Awaited<ReturnType<typeof listWaitingOf>>[number]

function overlap({ booking, session }: Waiting, other: Live): boolean {
  if (other.bookingId === booking.id) return false
  return other.startTime < session.endTime && session.startTime < other.endTime
}

function overlapOut({ bookingId, title, startTime, endTime, timeZone }: Live) {
  return {
    booking_id: bookingId,
    title,
    start_time: iso(startTime),
    end_time: iso(endTime),
    time_zone: timeZone,
  }
}
