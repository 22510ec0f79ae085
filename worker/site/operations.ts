import { z } from 'zod'
import type { Operations } from '../openapi/operation'

const site = z
  .object({
    name: z.string(),
    url: z.string().nullable().meta({ description: 'Its public address, where one is set.' }),
    contact_email: z.string().nullable(),
    currency: z.string(),
    default_time_zone: z.string(),
    facilitator_signup: z.enum(['open', 'approval', 'closed']),
    mail: z.boolean().meta({ description: 'Whether one may count on letters.' }),
    mail_state: z.enum(['off', 'refusing', 'working']),
    google: z.boolean(),
    crm: z.boolean().meta({ description: 'Whether another system may know of bookings.' }),
    privacy_url: z.string().nullable(),
    imprint_url: z.string().nullable(),
  })
  .meta({ id: 'Site' })

export const siteOperations: Operations = {
  'GET /api/site': {
    summary: 'Read what this site is called and what works here',
    who: 'anyone',
    answers: { 200: site },
  },
}
