import { type Ctx, signedIn } from '../context'
import { pageOf } from '../paging'
import { ownBookingOut } from './own-booking'
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
  const read = items.map((row) =>
    ownBookingOut(ctx, { ...row, seats: row.session, position: null }),
  )
  return { items: await Promise.all(read), next }
}
