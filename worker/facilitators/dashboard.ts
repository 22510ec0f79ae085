import { asFacilitator, type Ctx } from '../context'
import { decimal, siteCurrency } from '../sessions/session'
import { withSession } from './bookings'
import { countAll, listBookings } from './queries'

const RECENT = 10

/** Her numbers at a glance. Bookings and revenue count confirmed, attended and no-show. */
export async function findDashboard(ctx: Ctx) {
  const { facilitatorId } = asFacilitator(ctx)
  const [{ sessions, booked }, recent] = await Promise.all([
    countAll(ctx.db, facilitatorId, ctx.now),
    listBookings(ctx.db, facilitatorId, { after: null, limit: RECENT }),
  ])
  const currency = siteCurrency(ctx.env)
  return {
    metrics: {
      total_sessions: sessions.total,
      active_sessions: sessions.active,
      upcoming_sessions: sessions.upcoming,
      total_bookings: booked.rows,
      total_revenue: decimal(booked.valueMinor, currency),
      currency,
    },
    recent_bookings: recent.map((row) => {
      const booking = withSession(row)
      return { ...booking, status: booking.booking_status }
    }),
  }
}
