import { asFacilitator, type Ctx } from '../context'
import { pageOf } from '../paging'
import { noSuchSession, readSession } from '../sessions/read'
import { decimal, ownSessionOut, type Seats, type Session } from '../sessions/session'
import { dayOf } from '../sessions/times'
import { type Booked, listBooked, listOwnSessions } from './queries'
import type { OwnSessionsQuery } from './schema'

/** Drafts and cancelled ones too, unless fewer are asked for; the latest start first, or what comes next. */
export async function listMySessions(ctx: Ctx, query: OwnSessionsQuery) {
  const { show, cursor, limit, from, to } = query
  const { facilitatorId, name } = asFacilitator(ctx)
  const rows = await listOwnSessions(ctx.db, facilitatorId, {
    show,
    now: ctx.now,
    begins: from === undefined ? null : (dayOf(from, 'UTC')?.begins ?? null),
    ends: to === undefined ? null : (dayOf(to, 'UTC')?.ends ?? null),
    after: cursor ?? null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, ({ startTime, id }) => ({ at: startTime, id }))
  const booked = await bookedIn(
    ctx,
    page.items.map(({ id }) => id),
  )
  return {
    sessions: page.items.map((row) => deskSessionOut(row, row, { name }, booked.get(row.id))),
    next: page.next,
  }
}

/** As her editor needs it: counted at the desk, with every field. Another's session is none. */
export async function findMySession(ctx: Ctx, id: number) {
  const { facilitatorId } = asFacilitator(ctx)
  const [{ session, seats, facilitator }, booked] = await Promise.all([
    readSession(ctx, id),
    bookedIn(ctx, [id]),
  ])
  if (session.facilitatorId !== facilitatorId) throw noSuchSession()
  return deskSessionOut(session, seats, facilitator, booked.get(id))
}

async function bookedIn(ctx: Ctx, sessionIds: number[]): Promise<Map<number, Booked>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await listBooked(ctx.db, sessionIds)
  return new Map(rows.map(({ sessionId, ...booked }) => [sessionId, booked]))
}

function deskSessionOut(
  session: Session,
  seats: Seats,
  facilitator: { name: string },
  booked: Booked = { rows: 0, valueMinor: 0 },
) {
  return {
    ...ownSessionOut(session, seats, facilitator),
    bookings_count: booked.rows,
    booked_value: decimal(booked.valueMinor, session.currency),
  }
}
