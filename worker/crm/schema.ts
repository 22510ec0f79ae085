import { z } from 'zod'
import { CRM_KINDS } from '../db/schema'
import { once, pageQuery } from '../paging'
import { blankIsAbsent, say, text } from '../validate'

const id = z.int(say('An id is a whole number.')).positive('An id is a whole number, from 1 up.')

const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape, say('An object is expected here.'))

/** `POST /booking-notification`. A walk-in has no email: empty will do, absent will not. */
export const notificationBody = z.object({
  booking_id: id,
  kind: blankIsAbsent(z.enum(CRM_KINDS, `One of ${CRM_KINDS.join(', ')}.`)).transform(
    (kind) => kind ?? 'new_booking',
  ),
  user: object({ id, email: text(254), name: text(200) }),
  event: object({ id, title: text(200), start_time: text(40) }),
  facilitator_id: id,
})

export type NotificationBody = z.output<typeof notificationBody>

/** `GET /notifications`. */
export const notificationsQuery = pageQuery.extend({
  processed: once()
    .pipe(z.enum(['true', 'false', ''], 'Either true or false.'))
    .optional()
    .transform((text) => (text ? text === 'true' : null)),
})

export type NotificationsQuery = z.output<typeof notificationsQuery>
