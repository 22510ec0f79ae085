import { z } from 'zod'
import { count, id, instant, message, timeZone } from '../openapi/operation'
import { NOTICE_TYPES } from './messages'

export const notice = z
  .object({
    seq: z.int().min(1).meta({ description: 'Its place in her inbox.' }),
    id: z.string().meta({ description: 'The same however often it is delivered.' }),
    type: z.enum(NOTICE_TYPES),
    booking_id: id.nullable(),
    user: z.object({ id, name: z.string() }).nullable(),
    session: z.object({ id, title: z.string(), start_time: instant, time_zone: timeZone }),
    party_size: count,
    timestamp: instant,
    message,
    read: z.boolean(),
  })
  .meta({ id: 'Notice' })

export const unmarked = z.object({ message, unread: count })

export const marked = unmarked.extend({
  mark: z.int().nullable().meta({ description: 'Takes this back. Null: nothing was unread.' }),
})
