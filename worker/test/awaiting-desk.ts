import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Booking, bookingId } from '../bookings/booking'
import { BookingDesk } from '../bookings/booking-desk'
import type { Book, Booked } from '../bookings/commands'
import { LIVE } from '../bookings/seats'
import { openDb } from '../db/client'
import { bookings } from '../db/schema'

/**
 * The control of the race: the same desk with its protection taken away. It asks D1 how many
 * seats are taken and awaits the answer, as a plain Worker on D1 would; an object does not
 * serialise across an await, so it oversells.
 */
export class AwaitingDesk extends BookingDesk {
  override async book(asked: Book): Promise<Booked> {
    const read = await this.read(asked.user.id)
    if (read.kind === 'refused') return read
    const { session, facilitator } = read
    const db = openDb(this.env.DB)
    const live = and(eq(bookings.sessionId, session.id), inArray(bookings.state, LIVE))
    const [count] = await db
      .select({ taken: sql<number>`coalesce(sum(${bookings.partySize}), 0)` })
      .from(bookings)
      .where(live)
    const taken = count?.taken ?? 0
    if (taken + asked.partySize > session.capacity) {
      return { kind: 'refused', code: 'session_full', message: 'This session is full.' }
    }
    const now = Date.now()
    const booking: Booking = {
      id: bookingId(session.id, asked.user.id),
      sessionId: session.id,
      facilitatorId: session.facilitatorId,
      userId: asked.user.id,
      state: 'confirmed',
      partySize: asked.partySize,
      names: asked.names,
      notes: asked.notes,
      priceMinor: session.priceMinor,
      currency: session.currency,
      idempotencyKey: null,
      fingerprint: null,
      expiresAt: null,
      cancelledBy: null,
      cancelReason: null,
      late: false,
      bookedBy: 'user',
      waitedAt: null,
      called: null,
      checkedInAt: null,
      createdAt: now,
      updatedAt: now,
      rev: 1,
    }
    await db.insert(bookings).values(booking)
    const seats = { taken, pending: 0, waiting: 0, available: session.capacity - taken }
    const visitor = asked.user
    const stands = { position: null, already: false }
    const answer = { booking, visitor, ...stands, session, facilitator, seats }
    return { kind: 'booked', ...answer, recorded: true }
  }
}
