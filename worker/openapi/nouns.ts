import { bookingOperations } from '../bookings/operations'
import { crmOperations } from '../crm/operations'
import { facilitatorOperations, profileOperations } from '../facilitators/operations'
import { healthOperations } from '../health/operations'
import { noticeOperations } from '../notifications/operations'
import { sessionOperations } from '../sessions/operations'
import { siteOperations } from '../site/operations'
import { accountOperations, signInOperations } from '../users/operations'
import type { Operations } from './operation'
import { documentOperations } from './operations'

/** Everything there is to ask, in the order in which people read it. */
export const nouns: Record<string, Operations> = {
  Sessions: sessionOperations,
  Bookings: bookingOperations,
  'Signing in': signInOperations,
  Account: accountOperations,
  Facilitators: { ...profileOperations, ...facilitatorOperations },
  Notices: noticeOperations,
  CRM: crmOperations,
  Site: { ...siteOperations, ...healthOperations, ...documentOperations },
}
