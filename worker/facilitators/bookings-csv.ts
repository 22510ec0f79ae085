import { type Booking, bookingStatus } from '../bookings/booking'
import { asFacilitator, type Ctx } from '../context'
import { noSuchSession } from '../sessions/read'
import { decimal } from '../sessions/session'
import { wallTimeAt } from '../sessions/times'
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv'
import { getOwn, listBookingsOf } from './queries'

/** So many rows are one answer of D1; a session sold out for years has more. */
export const CSV_PAGE = 1_000

type Row = Awaited<ReturnType<typeof listBookingsOf>>[number]

/**
 * Who booked one of her sessions, newest first, for a spreadsheet. The first rows are read before
 * there is an answer, so that a refusal is one; later ones are read as they are taken.
 */
export async function exportBookings(ctx: Ctx, sessionId: number) {
  const { facilitatorId } = asFacilitator(ctx)
  const [session, first] = await Promise.all([
    getOwn(ctx.db, facilitatorId, sessionId),
    readPage(ctx, sessionId, null),
  ])
  if (!session) throw noSuchSession()
  return { name: `bookings-${sessionId}.csv`, body: streamOf(ctx, session, first) }
}

function streamOf(ctx: Ctx, session: { id: number; timeZone: string }, first: Row[]) {
  const { timeZone } = session
  const encoder = new TextEncoder()
  let rows = first
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(heading(timeZone))))
    },
    async pull(controller) {
      controller.enqueue(encoder.encode(rows.map((row) => csvLine(cells(row, timeZone))).join('')))
      const last = rows.at(-1)?.booking
      if (!last || rows.length < CSV_PAGE) return controller.close()
      rows = await readPage(ctx, session.id, last)
    },
  })
}

function readPage(ctx: Ctx, sessionId: number, last: Booking | null) {
  const after = last && { at: last.createdAt, id: last.id }
  return listBookingsOf(ctx.db, sessionId, { after, limit: CSV_PAGE })
}

function heading(timeZone: string): string[] {
  return [
    'Booking',
    'Name',
    'Email',
    'Seats',
    'With',
    'Status',
    `Booked (${timeZone})`,
    'Booked by',
    `Came in (${timeZone})`,
    'Note',
    'Price a seat',
    'Total',
    'Currency',
  ]
}

function cells({ booking, user }: Row, timeZone: string): Cell[] {
  const { id, partySize, names, state, createdAt, notes, priceMinor, currency } = booking
  const { bookedBy, checkedInAt } = booking
  return [
    id,
    user.name,
    user.email,
    partySize,
    names.join(', '),
    bookingStatus(state) === 'confirmed' ? state.replace('_', ' ') : 'cancelled',
    wallTimeAt(createdAt, timeZone),
    bookedBy === 'facilitator' ? 'you' : 'visitor',
    checkedInAt === null ? null : wallTimeAt(checkedInAt, timeZone),
    notes,
    decimal(priceMinor, currency),
    decimal(priceMinor * partySize, currency),
    currency,
  ]
}
