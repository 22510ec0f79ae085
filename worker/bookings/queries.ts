import { and, asc, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { bookings, facilitators, sessions, users } from '../db/schema'
import type { Cursor } from '../paging'
import type { BookingState } from './booking'

/** Held, offered and waiting bookings have lists of their own. */
const SEATED_OR_ENDED: readonly BookingState[] = [
  'confirmed',
  'attended',
  'no_show',
  'cancelled',
  'expired',
  'declined',
  'left',
]

type Mine = { userId: number; when: 'upcoming' | 'past' | undefined; now: number }
type Page = { after: Cursor | undefined; limit: number }

/** Somebody's bookings with their sessions: coming ones soonest first, past ones and all newest first. */
export function listMine(db: Db, { userId, when, now }: Mine, { after, limit }: Page) {
  const by = when ? sessions.startTime : bookings.createdAt
  const rising = when === 'upcoming'
  const place = sql`(${by}, ${bookings.id})`
  return db
    .select({ booking: bookings, session: sessions, facilitator: { name: users.name } })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(
      and(
        eq(bookings.userId, userId),
        inArray(bookings.state, SEATED_OR_ENDED),
        ended(when, now),
        after && sql`${place} ${rising ? sql`>` : sql`<`} (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(...(rising ? [asc(by), asc(bookings.id)] : [desc(by), desc(bookings.id)]))
    .limit(limit)
}

function ended(when: Mine['when'], now: number): SQL | undefined {
  if (when === 'upcoming') return gt(sessions.endTime, now)
  if (when === 'past') return lte(sessions.endTime, now)
  return undefined
}
