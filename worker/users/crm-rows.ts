import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/client'
import { bookings, crmNotifications, users } from '../db/schema'

/**
 * The rows of the CRM's log that speak of a person: of a booking made here, or with the email that
 * they have proved to be theirs. A user's id alone says nothing, since whoever posts a row counts
 * people in their own way. Once the account is emptied its email finds nothing any more.
 */
export function isCrmRowOf(db: Db, userId: number) {
  const booked = db.select({ id: bookings.id }).from(bookings).where(eq(bookings.userId, userId))
  // `lower` on both sides: a column's own affinity would keep SQLite from the index.
  const email = db
    .select({ email: sql`lower(${users.email})` })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.emailVerifiedAt)))
  const rows = () => db.select({ id: crmNotifications.id }).from(crmNotifications)
  // Each finds its rows by an index; the two as one condition would read the whole log.
  const ids = union(
    rows().where(inArray(crmNotifications.bookingId, booked)),
    rows().where(eq(sql`lower(${crmNotifications.userEmail})`, email)),
  )
  return inArray(crmNotifications.id, ids)
}
