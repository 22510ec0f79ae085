import type { crmNotifications } from '../db/schema'
import { iso } from '../sessions/session'

/** A row of the CRM's log. */
export type Notification = typeof crmNotifications.$inferSelect

/** As `GET /notifications` lists it. */
export function notificationOut(row: Notification) {
  return {
    id: row.id,
    ...toldToCrm(row),
    received_at: iso(row.receivedAt),
    processed: row.processed,
  }
}

/** What a CRM is told of a booking: the body of `POST /booking-notification`, ours and theirs. */
export function toldToCrm(row: Omit<Notification, 'id' | 'processed'>) {
  return {
    booking_id: row.bookingId,
    kind: row.kind,
    user: { id: row.userId, email: row.userEmail, name: row.userName },
    event: { id: row.eventId, title: row.eventTitle, start_time: row.eventStartTime },
    facilitator_id: row.facilitatorId,
  }
}
