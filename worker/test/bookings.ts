import { env } from 'cloudflare:workers'
import { bookingId } from '../bookings/booking'
import { openDb } from '../db/client'
import { bookings } from '../db/schema'

/** A row as a desk would have recorded it, for what only reads D1. Answers its id. */
export async function aRecordedBooking(
  of: { sessionId: number; n: number; facilitatorId: number; userId: number },
  overrides: Partial<typeof bookings.$inferInsert> = {},
): Promise<number> {
  const { sessionId, n, facilitatorId, userId } = of
  const createdAt = overrides.createdAt ?? Date.now()
  const id = bookingId(sessionId, n)
  await openDb(env.DB)
    .insert(bookings)
    .values({
      id,
      sessionId,
      facilitatorId,
      userId,
      state: 'confirmed',
      partySize: 1,
      names: [],
      priceMinor: 2500,
      currency: 'EUR',
      createdAt,
      updatedAt: createdAt,
      rev: n,
      ...overrides,
    })
  return id
}
