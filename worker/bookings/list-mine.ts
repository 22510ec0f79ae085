import { type Ctx, signedIn } from '../context'
import { pageOf } from '../paging'
import { bookingOut } from './booking'
import { listMine } from './queries'
import type { MyQuery } from './schema'

/** One page of who asks's own bookings, as D1 knows them. */
export async function listMyBookings(ctx: Ctx, { when, limit, cursor }: MyQuery) {
  const { userId } = signedIn(ctx)
  const rows = await listMine(
    ctx.db,
    { userId, when, now: ctx.now },
    { after: cursor, limit: limit + 1 },
  )
  const { items, next } = pageOf(rows, limit, ({ booking, session }) => ({
    at: when ? session.startTime : booking.createdAt,
    id: booking.id,
  }))
  return {
    items: items.map((row) => bookingOut(row.booking, row.session, row.session, row.facilitator)),
    next,
  }
}
