import { app } from './app'
import type { Env } from './env'

export { BookingDesk } from './bookings/booking-desk'
export { FacilitatorInbox } from './notifications/facilitator-inbox'

export default {
  fetch: app.fetch,
} satisfies ExportedHandler<Env>
