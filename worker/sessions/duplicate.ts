import { unlessRefused } from '../bookings/refused'
import { asFacilitator, type Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { fingerprint } from '../fingerprint'
import { approvalPending, hasLeft, insertOnce, sameAgain } from './create'
import { getMaker, type NewSessionRow } from './queries'
import { noSuchSession } from './read'
import type { Duplicating } from './schema'
import { ownSessionOut, type Session } from './session'
import { assertAhead, invalid } from './terms'
import { daysLater, instantOf, movedTo, weeksLater } from './times'

const WEEK_MS = 7 * 86_400_000

/**
 * Makes copies of one of her sessions, a week apart, at the same wall time in its zone: drafts
 * unless they are to be published at once. The first starts when she says, else in the next week
 * that lies ahead. Nobody's booking comes along. All copies are made, or none.
 */
export async function duplicateSession(
  ctx: Ctx,
  id: number,
  asked: Duplicating,
  key: string | null,
) {
  const { facilitatorId, name } = asFacilitator(ctx)
  const print = fingerprint({ duplicate: id, ...asked })
  const [read, { maker, made }] = await Promise.all([
    deskCall(ctx.env, id, (desk) => desk.read(null)),
    getMaker(ctx.db, facilitatorId, key),
  ])
  if (!maker) throw hasLeft()
  const { session } = unlessRefused(read)
  if (session.facilitatorId !== facilitatorId) throw noSuchSession()
  const out = (row: Parameters<typeof ownSessionOut>[0] & Parameters<typeof ownSessionOut>[1]) =>
    ownSessionOut(row, row, { name })
  if (made) return sameAgain(made, print).map(out)

  const status = asked.status ?? 'draft'
  if (status === 'active' && maker.approvedAt === null) throw approvalPending()
  const first = firstStart(ctx, session, asked.start_time)
  const copyAfter = (weeks: number) =>
    copyOf(session, status, weeksLater(first, weeks, session.timeZone), ctx.now)
  const others = Array.from({ length: (asked.weeks ?? 1) - 1 }, (_, at) => copyAfter(at + 1))
  const rows = [copyAfter(0), ...others] as const
  const known = key === null ? null : { facilitatorId, key, fingerprint: print }
  return (await insertOnce(ctx, rows, known)).map(out)
}

function firstStart(ctx: Ctx, session: Session, asked: string | undefined): number {
  const { timeZone } = session
  const start = asked === undefined ? nextWeek(session, ctx.now) : instantOf(asked, timeZone)
  if (start === null) {
    const message = 'A time such as 2027-01-15T09:00, or with an offset or Z.'
    throw invalid([{ path: 'start_time', message }])
  }
  assertAhead(start, ctx.now)
  return start
}

function nextWeek({ startTime, timeZone }: Session, now: number): number {
  const weeks = Math.max(1, Math.ceil((now - startTime) / WEEK_MS))
  const start = weeksLater(startTime, weeks, timeZone)
  // Clocks that were put back in between may leave it an hour short.
  return start > now ? start : weeksLater(startTime, weeks + 1, timeZone)
}

function copyOf(
  session: Session,
  status: 'draft' | 'active',
  start: number,
  now: number,
): NewSessionRow {
  const { id, cancelReason, movedAt, movedFreeUntil, ...words } = session
  const { startTime, endTime, days } = movedTo(session, start)
  return {
    ...words,
    ...{ status, startTime, endTime, createdAt: now, available: session.capacity },
    days: session.days.map((day) => ({ ...day, date: daysLater(day.date, days) })),
  }
}
