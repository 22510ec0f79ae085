import { z } from 'zod'
import { CRM_KINDS } from '../db/schema'
import { id, instant, message } from '../openapi/operation'

export const crmNotification = z
  .object({
    id,
    booking_id: id,
    kind: z.enum(CRM_KINDS),
    user: z.object({ id, email: z.string(), name: z.string() }),
    event: z.object({ id, title: z.string(), start_time: instant }),
    facilitator_id: id,
    received_at: instant,
    processed: z.boolean(),
  })
  .meta({ id: 'CrmNotification' })

export const noted = z.object({ message, notification_id: id })
